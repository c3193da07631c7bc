import type { FrameworkNode } from '../model/framework.ts';
import type { NodeCode, UnitCode } from '../model/ids.ts';
import type { Language, LocalizedText } from '../model/language.ts';
import type { Unit } from '../model/unit.ts';

/** A name in the wanted language; where that language has none, the other one's. */
export function nameIn(language: Language, name: LocalizedText): string {
  return name[language] || name[language === 'zh' ? 'en' : 'zh'];
}

/** Names of a workbook's units and nodes in one language; a code without a name stands for itself. */
export interface Names {
  readonly language: Language;
  unit(code: UnitCode): string;
  node(code: NodeCode): string;
}

export function createNames(
  language: Language,
  nodes: readonly FrameworkNode[],
  units: readonly Unit[],
): Names {
  const unitNames = new Map(units.map((unit) => [unit.code, nameIn(language, unit.name)]));
  const nodeNames = new Map(nodes.map((node) => [node.code, nameIn(language, node.name)]));
  return {
    language,
    unit: (code) => unitNames.get(code) || code,
    node: (code) => nodeNames.get(code) || code,
  };
}
