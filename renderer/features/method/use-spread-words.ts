import { useTranslation } from 'react-i18next';
import { shortNumber } from '../grid/short-number.ts';
import { spreadOf } from './spread.ts';

/** `10 values, 1 to 9, median 4`: the text equivalent of a strip. */
export function useSpreadWords(): (values: Float64Array) => string {
  const { t } = useTranslation('method');
  return (values) => {
    const { count, low, median, high } = spreadOf(values);
    if (count === 0) return t('indicators.spreadNone');
    return t('indicators.spread', {
      count,
      low: shortNumber(low),
      median: shortNumber(median),
      high: shortNumber(high),
    });
  };
}
