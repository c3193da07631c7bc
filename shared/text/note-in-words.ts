import type { ScoringNote } from '../model/result.ts';
import { listInWords } from './lists.ts';
import type { Names } from './names.ts';
import { formatValue } from './numbers.ts';
import { counted } from './plural.ts';

type Kind = ScoringNote['kind'];

interface Parts {
  readonly node: string;
  readonly unit: string | null;
  readonly cells: number;
  readonly before: string;
  readonly after: string;
  readonly transform: string;
}

const WORDS: Record<'zh' | 'en', Record<Kind, (parts: Parts) => string>> = {
  zh: {
    'constant-column': (p) => `${p.node}：现有数值全部相等，没有区分作用，视为缺失。`,
    'empty-column': (p) => `${p.node}：没有任何采用值。`,
    'reference-without-scale': (p) => `${p.node}：参照对象没有可用的数值，视为缺失。`,
    winsorised: (p) =>
      p.unit === null
        ? `${p.node}：${p.cells} 个值作缩尾处理。`
        : `${p.node}：${p.unit}由 ${p.before} 缩尾为 ${p.after}。`,
    transformed: (p) => `${p.node}：标准化之前${p.transform}。`,
    imputed: (p) => `${p.node}：${p.cells} 个缺失值由方法填补。`,
    'below-availability': (p) =>
      p.unit === null
        ? `${p.node}：${p.cells} 个对象的下级指标不足，视为缺失。`
        : `${p.node}：${p.unit}的下级指标不足，视为缺失。`,
  },
  en: {
    'constant-column': (p) =>
      `${p.node}: all values present are equal and tell nothing apart; treated as missing.`,
    'empty-column': (p) => `${p.node}: no adopted value at all.`,
    'reference-without-scale': (p) =>
      `${p.node}: the reference unit has no usable value; treated as missing.`,
    winsorised: (p) =>
      p.unit === null
        ? `${p.node}: ${counted(p.cells, 'value', 'values')} winsorised.`
        : `${p.node}: ${p.unit} winsorised from ${p.before} to ${p.after}.`,
    transformed: (p) => `${p.node}: ${p.transform} before normalisation.`,
    imputed: (p) =>
      `${p.node}: ${counted(p.cells, 'missing value', 'missing values')} filled by the method.`,
    'below-availability': (p) =>
      p.unit === null
        ? `${p.node}: missing for ${counted(p.cells, 'unit', 'units')} with too few of its children.`
        : `${p.node}: missing for ${p.unit}, which has too few of its children.`,
  },
};

const TRANSFORM: Record<'zh' | 'en', Record<NonNullable<ScoringNote['transform']>, string>> = {
  zh: {
    log10: '取以 10 为底的对数',
    log: '取自然对数',
    'reflected-log': '取反射后的自然对数',
    'box-cox': '作 Box-Cox 变换',
  },
  en: {
    log10: 'logarithm to base 10',
    log: 'natural logarithm',
    'reflected-log': 'reflected natural logarithm',
    'box-cox': 'Box-Cox transform',
  },
};

/** Of a whole column, with nothing in them but its name: several can share a sentence. */
const SHARED_KINDS: ReadonlySet<Kind> = new Set([
  'constant-column',
  'empty-column',
  'reference-without-scale',
  'transformed',
]);

/** What the engine did or met, in sentences; columns that share their fate share one. */
export function notesInWords(notes: readonly ScoringNote[], names: Names): string[] {
  const groups = new Map<string, ScoringNote[]>();
  notes.forEach((note, position) => {
    const key = SHARED_KINDS.has(note.kind) ? `${note.kind}/${note.transform}` : `${position}`;
    groups.set(key, [...(groups.get(key) ?? []), note]);
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const nodes = group.flatMap(({ node }) => (node === null ? [] : [names.node(node)]));
    return [sentence(first, listInWords(names.language, nodes), names)];
  });
}

function sentence(note: ScoringNote, node: string, names: Names): string {
  return WORDS[names.language][note.kind]({
    node,
    unit: note.unit === null ? null : names.unit(note.unit),
    cells: note.cells,
    before: formatValue(note.before ?? NaN),
    after: formatValue(note.after ?? NaN),
    transform: note.transform === null ? '' : TRANSFORM[names.language][note.transform],
  });
}
