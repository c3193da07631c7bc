import type { IndicatorType } from '../model/framework.ts';
import type { Language } from '../model/language.ts';
import { formatValue, MISSING_MARK } from './numbers.ts';

/** English for the units of measure of the Chinese sources. Nothing is converted: 万 stays ten thousand, 亿 a hundred million. */
const ENGLISH: Readonly<Record<string, string>> = {
  '': '',
  个: '',
  万个: '10k',
  亿个: '100m',
  种: 'kinds',
  家: 'firms',
  项: 'items',
  次: 'times',
  万次: '10k times',
  亿次: '100m times',
  人: 'people',
  万人: '10k people',
  亿人: '100m people',
  名: 'rank',
  分: 'points',
  元: 'CNY',
  万元: 'CNY 10k',
  亿元: 'CNY 100m',
  美元: 'USD',
  万美元: 'USD 10k',
  亿美元: 'USD 100m',
  亿港元: 'HKD 100m',
  bool: 'yes/no',
  '是/否': 'yes/no',
};

/** A unit of measure as the head of a column; one that we have no English for stays as found. */
export function unitOfMeasureIn(language: Language, unitOfMeasure: string): string {
  if (language === 'zh') return unitOfMeasure === 'bool' ? '是/否' : unitOfMeasure;
  return ENGLISH[unitOfMeasure] ?? unitOfMeasure;
}

const YES_NO = { zh: { yes: '是', no: '否' }, en: { yes: 'yes', no: 'no' } } as const;

/** A value as a cell shows it, without its unit of measure: `15,000`, `8.47808`, `是`. */
export function formatCellValue(language: Language, type: IndicatorType, value: number): string {
  if (Number.isNaN(value)) return MISSING_MARK;
  if (type === 'boolean') return value === 0 ? YES_NO[language].no : YES_NO[language].yes;
  return formatValue(value);
}

/** A value with its unit of measure: `802.4 万人`, `802.4 × 10k people`, `27%`. */
export function formatValueWithUnit(
  language: Language,
  type: IndicatorType,
  value: number,
  unitOfMeasure: string,
): string {
  const text = formatCellValue(language, type, value);
  if (type === 'boolean' || Number.isNaN(value)) return text;
  if (unitOfMeasure === '%') return `${text}%`;
  const unit = unitOfMeasureIn(language, unitOfMeasure);
  if (unit === '') return text;
  if (unit === ENGLISH['名']) return `${unit} ${text}`;
  // "802.4 10k people" would read as one number.
  return /^\d/.test(unit) || /\d/.test(unit.split(' ').at(-1) ?? '')
    ? `${text} × ${unit}`
    : `${text} ${unit}`;
}
