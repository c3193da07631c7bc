import type { FrameworkIndex } from '../../../shared/model/framework-index.ts';
import type { LocalizedText } from '../../../shared/model/language.ts';
import type { Unit } from '../../../shared/model/unit.ts';
import type { Command } from '../../stores/commands.ts';

/** What the palette finds: commands, units, and nodes of the framework. */
export type PaletteItem =
  | { readonly kind: 'command'; readonly key: string; readonly command: Command }
  | { readonly kind: 'unit'; readonly key: string; readonly unit: Unit }
  | {
      readonly kind: 'node';
      readonly key: string;
      readonly node: FrameworkIndex['root'];
    };

export interface Searchable {
  readonly item: PaletteItem;
  /** In the language of the interface. */
  readonly title: string;
  /** Everything by which it is found: both languages and the code, in lower case. */
  readonly text: string;
}

export function searchableCommand(command: Command, title: string): Searchable {
  return {
    item: { kind: 'command', key: `command/${command.id}`, command },
    title,
    text: normal(`${title} ${command.id}`),
  };
}

export function searchableUnit(unit: Unit, title: string): Searchable {
  return {
    item: { kind: 'unit', key: `unit/${unit.code}`, unit },
    title,
    text: normal(`${both(unit.name)} ${unit.code}`),
  };
}

export function searchableNode(node: FrameworkIndex['root'], title: string): Searchable {
  return {
    item: { kind: 'node', key: `node/${node.code}`, node },
    title,
    text: normal(`${both(node.name)} ${node.code}`),
  };
}

/** Most results shown: a thousand units would bury the rest. */
const MOST = 60;

/**
 * The entries that contain every word of the query; those whose title begins with it come first, then those whose title
 * contains it. An empty query finds the commands only.
 */
export function findInPalette(query: string, entries: readonly Searchable[]): Searchable[] {
  const words = normal(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return entries.filter(({ item }) => item.kind === 'command');
  const place = ({ title }: Searchable) => {
    const at = normal(title).indexOf(words[0] ?? '');
    return at === 0 ? 0 : at > 0 ? 1 : 2;
  };
  return entries
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .toSorted((a, b) => place(a) - place(b))
    .slice(0, MOST);
}

function both({ zh, en }: LocalizedText): string {
  return `${zh} ${en}`;
}

function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
