import { useTranslation } from 'react-i18next';

export function ComparisonRemark() {
  const { t } = useTranslation('comparison');
  return <span>{t('remark')}</span>;
}
