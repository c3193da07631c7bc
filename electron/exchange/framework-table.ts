import { IndicatorType, RuleBasis } from '../../shared/model/framework.ts';
import type { Bounds, FrameworkNode, IndicatorDefinition } from '../../shared/model/framework.ts';
import { NodeCode } from '../../shared/model/ids.ts';
import { isMissingText } from './number-text.ts';
import { refusal } from './refuse.ts';
import { fieldsOf, type Fields } from './row-fields.ts';
import { requireColumn, refuseUnknownColumns, type Table } from './table.ts';
import { readTags, writeTags } from './tags-text.ts';
import { findTreeProblem } from './tree-problem.ts';

/** Columns of COINr's `iMeta` table. The first row of the list must be there. */
const REQUIRED = ['iCode', 'iName', 'Level', 'Parent', 'Weight', 'Direction', 'Type'] as const;
const OPTIONAL = [
  'Unit',
  'Target',
  'Denominator',
  'goalpost_lower',
  'goalpost_upper',
  'goalpost_scale',
  'scaled_lower',
  'scaled_upper',
  'scale_factor',
] as const;
/** What COINr does not know and a workbook needs to come back unchanged. */
const OWN = [
  'iName_en',
  'indicator_type',
  'transform',
  'time_rule',
  'time_rule_basis',
  'tags',
] as const;
const KNOWN: readonly string[] = [...REQUIRED, ...OPTIONAL, ...OWN];

/** The tag under which the `Denominator` column is kept: recorded, not applied. */
const DENOMINATOR_TAG = 'denominator';

/** Scale of goalposts that the method applies; COINr states it per indicator. */
const GOALPOST_SCALE = 100;

/** Rows of these types describe columns of the data that are no indicators. */
const ATTRIBUTE_TYPES: readonly string[] = ['Group', 'Denominator', 'Other'];

/**
 * Reads a framework laid out as COINr's `iMeta`, in any order of rows. Nodes come out in the order of the file, moved
 * only as far as needed to put parents before children. Rows of type Group, Denominator and Other are no nodes: their
 * columns of the data become attributes of the units.
 *
 * @throws AppError E_INPUT naming row and column of the first thing that is not as expected
 */
export function readFrameworkTable(table: Table): readonly FrameworkNode[] {
  refuseUnknownColumns(table, KNOWN);
  for (const name of REQUIRED) requireColumn(table, name);
  const nodeRows = table.rows
    .map((row) => fieldsOf(table, row))
    .filter((fields) => !isAttributeRow(fields));
  if (nodeRows.length === 0) {
    throw refusal({ file: table.file }, 'no-indicators', 'rows of type Indicator', 'none');
  }
  const nodes = nodeRows.map(readNode);
  checkTree(table, nodes, nodeRows);
  checkLevels(nodes, nodeRows);
  return parentsFirst(nodes);
}

/** The same columns for a spreadsheet or for COINr; `readFrameworkTable` gives back the same nodes. */
export function writeFrameworkTable(nodes: readonly FrameworkNode[]): (string | number | null)[][] {
  const levels = levelsOf(nodes);
  return [
    [...KNOWN],
    ...nodes.map((node) => {
      const { indicator } = node;
      const denominator = indicator?.tags[DENOMINATOR_TAG]?.[0] ?? null;
      const { [DENOMINATOR_TAG]: _, ...tags } = indicator?.tags ?? {};
      const cells: Record<string, string | number | null> = {
        iCode: node.code,
        iName: node.name.zh,
        iName_en: node.name.en,
        Level: levels.get(node.code) ?? 1,
        Parent: node.parent,
        Weight: node.weight,
        Direction: indicator?.direction ?? 1,
        Type: indicator === null ? 'Aggregate' : 'Indicator',
        Unit: indicator?.unitOfMeasure ?? null,
        Target: indicator?.target ?? null,
        Denominator: denominator,
        goalpost_lower: indicator?.goalposts?.lower ?? null,
        goalpost_upper: indicator?.goalposts?.upper ?? null,
        goalpost_scale: indicator?.goalposts ? GOALPOST_SCALE : null,
        scaled_lower: indicator?.scaledBounds?.lower ?? null,
        scaled_upper: indicator?.scaledBounds?.upper ?? null,
        scale_factor: indicator?.scaleFactor ?? null,
        indicator_type: indicator?.type ?? null,
        transform: indicator?.transform ?? null,
        time_rule: indicator?.timeRule ?? null,
        time_rule_basis: indicator?.timeRuleBasis ?? null,
        tags: indicator === null ? null : writeTags(tags),
      };
      return KNOWN.map((name) => cells[name] ?? null);
    }),
  ];
}

function isAttributeRow(fields: Fields): boolean {
  const type = fields.text('Type');
  if (ATTRIBUTE_TYPES.includes(type)) return true;
  if (type === 'Indicator' || type === 'Aggregate') return false;
  const expected = `one of Indicator, Aggregate, ${ATTRIBUTE_TYPES.join(', ')}`;
  throw fields.refuse('Type', 'unknown-type', expected);
}

function readNode(fields: Fields): FrameworkNode {
  const code = readCode(fields, 'iCode');
  const name = fields.text('iName');
  if (name === '') throw fields.refuse('iName', 'name-missing', 'a name');
  const parent = isMissingText(fields.text('Parent')) ? null : readCode(fields, 'Parent');
  const weight = fields.number('Weight', 'a weight of 0 or more');
  if (weight === null || weight < 0) {
    throw fields.refuse('Weight', 'weight-refused', 'a weight of 0 or more');
  }
  return {
    code,
    parent,
    name: { zh: name, en: fields.text('iName_en') === '' ? name : fields.text('iName_en') },
    weight,
    indicator: fields.text('Type') === 'Indicator' ? readIndicator(fields) : checkAggregate(fields),
  };
}

function readCode(fields: Fields, column: string): NodeCode {
  const code = NodeCode.safeParse(fields.text(column));
  if (code.success) return code.data;
  throw fields.refuse(column, 'code-refused', 'a code of 1 to 200 characters');
}

/** An aggregate has no direction of its own: its parts are turned before they are put together. */
function checkAggregate(fields: Fields): null {
  const direction = fields.number('Direction', '1 for an aggregate');
  if (direction !== null && direction !== 1) {
    throw fields.refuse('Direction', 'direction-refused', '1 for an aggregate');
  }
  return null;
}

function readIndicator(fields: Fields): IndicatorDefinition {
  const direction = fields.number('Direction', '1 or -1');
  if (direction !== 1 && direction !== -1) {
    throw fields.refuse('Direction', 'direction-refused', '1 or -1');
  }
  const scale = fields.number('goalpost_scale');
  if (scale !== null && scale !== GOALPOST_SCALE) {
    throw fields.refuse('goalpost_scale', 'goalpost-scale-refused', `${GOALPOST_SCALE} or nothing`);
  }
  const denominator = fields.text('Denominator');
  const tags = readTags(fields.text('tags'));
  if (tags === null)
    throw fields.refuse('tags', 'tags-refused', 'tags like name=value|value; name=value');
  return {
    unitOfMeasure: isMissingText(fields.text('Unit')) ? '' : fields.text('Unit'),
    direction,
    type: fields.choice('indicator_type', IndicatorType.options) ?? 'score',
    transform: fields.choice('transform', ['none', 'log10'] as const) ?? 'none',
    timeRule: fields.text('time_rule') === '' ? null : fields.text('time_rule'),
    timeRuleBasis: fields.choice('time_rule_basis', RuleBasis.options),
    goalposts: readBounds(fields, 'goalpost_lower', 'goalpost_upper'),
    scaledBounds: readBounds(fields, 'scaled_lower', 'scaled_upper'),
    scaleFactor: fields.number('scale_factor'),
    target: fields.number('Target'),
    tags: isMissingText(denominator) ? tags : { ...tags, [DENOMINATOR_TAG]: [denominator] },
  };
}

function readBounds(fields: Fields, lowerColumn: string, upperColumn: string): Bounds | null {
  const lower = fields.number(lowerColumn);
  const upper = fields.number(upperColumn);
  if (lower === null && upper === null) return null;
  if (lower === null)
    throw fields.refuse(lowerColumn, 'bounds-refused', `a number, as ${upperColumn} has one`);
  if (upper === null || lower >= upper) {
    throw fields.refuse(upperColumn, 'bounds-refused', `a number above ${lowerColumn} (${lower})`);
  }
  return { lower, upper };
}

function checkTree(table: Table, nodes: readonly FrameworkNode[], rows: readonly Fields[]): void {
  const problem = findTreeProblem(
    nodes.map(({ code, parent, indicator }) => ({ code, parent, isIndicator: indicator !== null })),
  );
  if (problem === null) return;
  const column = problem.reason === 'duplicate-code' ? 'iCode' : 'Parent';
  const place = { file: table.file, row: rows[problem.row]?.row ?? 1, column };
  throw refusal(place, problem.reason, problem.expected, problem.found);
}

/** Levels only describe the tree that the parents make; one that contradicts it is a mistake in one of the two. */
function checkLevels(nodes: readonly FrameworkNode[], rows: readonly Fields[]): void {
  const levels = new Map<NodeCode, number>();
  rows.forEach((fields, index) => {
    const level = fields.number('Level', 'a whole number from 1');
    if (level === null || !Number.isInteger(level) || level < 1) {
      throw fields.refuse('Level', 'level-refused', 'a whole number from 1');
    }
    const code = nodes[index]?.code;
    if (code !== undefined) levels.set(code, level);
  });
  rows.forEach((fields, index) => {
    const node = nodes[index];
    if (node === undefined || node.parent === null) return;
    const parentLevel = levels.get(node.parent) ?? Number.POSITIVE_INFINITY;
    if ((levels.get(node.code) ?? 1) >= parentLevel) {
      const expected = `a level below that of the parent "${node.parent}" (${parentLevel})`;
      throw fields.refuse('Level', 'level-refused', expected);
    }
  });
}

/** The given order when parents already come first; else by depth, keeping the given order within each depth. */
function parentsFirst(nodes: readonly FrameworkNode[]): readonly FrameworkNode[] {
  const seen = new Set<NodeCode>();
  const isOrdered = nodes.every((node) => {
    seen.add(node.code);
    return node.parent === null || seen.has(node.parent);
  });
  if (isOrdered) return nodes;
  const nodeOf = new Map(nodes.map((node) => [node.code, node]));
  const depthOf = (node: FrameworkNode): number => {
    const parent = node.parent === null ? undefined : nodeOf.get(node.parent);
    return parent === undefined ? 0 : depthOf(parent) + 1;
  };
  return nodes
    .map((node) => ({ node, depth: depthOf(node) }))
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ node }) => node);
}

/** 1 for an indicator, one more than its highest child for an aggregate. */
function levelsOf(nodes: readonly FrameworkNode[]): ReadonlyMap<NodeCode, number> {
  const levels = new Map<NodeCode, number>();
  for (const node of nodes.toReversed()) {
    const level = levels.get(node.code) ?? 1;
    levels.set(node.code, level);
    if (node.parent !== null) {
      levels.set(node.parent, Math.max(levels.get(node.parent) ?? 1, level + 1));
    }
  }
  return levels;
}
