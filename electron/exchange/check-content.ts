import type { FrameworkNode } from '../../shared/model/framework.ts';
import { BASELINE } from '../../shared/model/ids.ts';
import { overrideKey, type Override } from '../../shared/model/scenario.ts';
import type { WorkbookContent } from '../../shared/model/workbook-content.ts';
import { refusal, type Place } from './refuse.ts';
import { findTreeProblem } from './tree-problem.ts';

/** The parts of a workbook's content that name each other. */
export interface LinkedContent {
  readonly framework: WorkbookContent['framework'];
  readonly method: WorkbookContent['method'];
  readonly units: readonly WorkbookContent['units'][number][];
  readonly sources: readonly WorkbookContent['sources'][number][];
  readonly series: readonly WorkbookContent['series'][number][];
  readonly observations: readonly Pick<
    WorkbookContent['observations'][number],
    'id' | 'unit' | 'indicator' | 'source' | 'rejectedReason' | 'evidenceOnly'
  >[];
  readonly adoptions: readonly WorkbookContent['adoptions'][number][];
  readonly scenarios: readonly WorkbookContent['scenarios'][number][];
  readonly weightSets: readonly WorkbookContent['weightSets'][number][];
}

export type ContentPart = Exclude<keyof LinkedContent, 'method'>;

/** Where a row of a part stands in the file it came from. */
export type PlaceOf = (part: ContentPart, index: number) => Place;

/**
 * Checks that no id is given twice and that every id names something that is there.
 *
 * @throws AppError E_INPUT for the first that does not
 */
export function checkContent(content: LinkedContent, placeOf: PlaceOf): void {
  const ids = new Ids(placeOf);
  checkFramework(content, ids, placeOf);
  checkEvidence(content, ids);
  checkAdoptions(content, ids, placeOf);
  checkScenarios(content, ids, placeOf);
  checkWeightSets(content, ids);
}

/** The ids of each kind that have been met. */
class Ids {
  private readonly known = new Map<string, Set<string>>();
  private readonly placeOf: PlaceOf;

  constructor(placeOf: PlaceOf) {
    this.placeOf = placeOf;
  }

  add(kind: string, id: string, part: ContentPart, index: number): void {
    const ids = this.known.get(kind) ?? new Set();
    if (ids.has(id)) {
      throw refusal(
        this.placeOf(part, index),
        'duplicate-id',
        `every ${kind} once`,
        `"${id}" again`,
      );
    }
    this.known.set(kind, ids.add(id));
  }

  /** `owner` says whose reference it is. */
  mustKnow(kind: string, id: string, owner: string, part: ContentPart, index: number): void {
    if (this.known.get(kind)?.has(id) === true) return;
    const expected = `a known ${kind} for ${owner}`;
    throw refusal(this.placeOf(part, index), 'unknown-id', expected, `"${id}"`);
  }
}

function checkFramework({ framework, method }: LinkedContent, ids: Ids, placeOf: PlaceOf): void {
  const { nodes } = framework;
  const problem = findTreeProblem(
    nodes.map(({ code, parent, indicator }) => ({ code, parent, isIndicator: indicator !== null })),
  );
  if (problem !== null) {
    const place = placeOf('framework', problem.row);
    throw refusal(place, problem.reason, problem.expected, problem.found);
  }
  nodes.forEach((node, index) => {
    ids.add('node', node.code, 'framework', index);
    if (node.indicator !== null) ids.add('indicator', node.code, 'framework', index);
    if (node.parent !== null) checkOrder(node, index, ids);
  });
  for (const code of Object.keys(method.normalisationByIndicator)) {
    ids.mustKnow('indicator', code, 'the method', 'framework', 0);
  }
}

/** Only nodes above have been met. */
function checkOrder({ code, parent }: FrameworkNode, index: number, ids: Ids): void {
  ids.mustKnow('node', parent ?? '', `"${code}" above it`, 'framework', index);
}

function checkEvidence({ units, sources, series, observations }: LinkedContent, ids: Ids): void {
  units.forEach(({ code }, index) => ids.add('unit', code, 'units', index));
  sources.forEach(({ id }, index) => ids.add('source', id, 'sources', index));
  series.forEach(({ indicator }, index) => {
    ids.add('series', indicator, 'series', index);
    ids.mustKnow('indicator', indicator, 'a series', 'series', index);
  });
  observations.forEach(({ id, unit, indicator, source }, index) => {
    ids.add('observation', id, 'observations', index);
    ids.mustKnow('unit', unit, id, 'observations', index);
    ids.mustKnow('indicator', indicator, id, 'observations', index);
    if (source !== null) ids.mustKnow('source', source, id, 'observations', index);
  });
}

function checkAdoptions(content: LinkedContent, ids: Ids, placeOf: PlaceOf): void {
  const observationOf = new Map(content.observations.map((each) => [each.id, each]));
  content.adoptions.forEach(({ unit, indicator, observation: id }, index) => {
    const cell = `${unit} × ${indicator}`;
    ids.add('cell', cell, 'adoptions', index);
    ids.mustKnow('observation', id, cell, 'adoptions', index);
    const observation = observationOf.get(id);
    if (observation?.unit !== unit || observation.indicator !== indicator) {
      const found = `"${id}" of ${observation?.unit} × ${observation?.indicator}`;
      throw refusal(
        placeOf('adoptions', index),
        'foreign-adoption',
        `an observation of ${cell}`,
        found,
      );
    }
    if (observation.rejectedReason !== null || observation.evidenceOnly) {
      const expected = `an observation for ${cell} that may be adopted`;
      const found = `"${id}", which is rejected or mere evidence`;
      throw refusal(placeOf('adoptions', index), 'refused-adoption', expected, found);
    }
  });
}

function checkScenarios({ scenarios }: LinkedContent, ids: Ids, placeOf: PlaceOf): void {
  scenarios.forEach(({ id, parent, overrides }, index) => {
    const owner = `scenario "${id}"`;
    if ((parent === null) !== (index === 0) || (id === BASELINE) !== (index === 0)) {
      const expected = `"${BASELINE}" first, and no other scenario without a parent`;
      throw refusal(placeOf('scenarios', index), 'scenario-order', expected, owner);
    }
    if (parent !== null) ids.mustKnow('scenario', parent, owner, 'scenarios', index);
    ids.add('scenario', id, 'scenarios', index);
    const mustKnow = (kind: string, code: string) =>
      ids.mustKnow(kind, code, owner, 'scenarios', index);
    for (const override of overrides) {
      ids.add(`override in ${owner}`, overrideKey(override), 'scenarios', index);
      if (id === BASELINE && !isInclusion(override)) {
        const expected = `nothing but inclusion in "${BASELINE}", whose weights, values and method are the workbook's own`;
        throw refusal(placeOf('scenarios', index), 'baseline-override', expected, override.kind);
      }
      switch (override.kind) {
        case 'weight':
        case 'node-inclusion':
          mustKnow('node', override.node);
          break;
        case 'unit-inclusion':
          mustKnow('unit', override.unit);
          break;
        case 'value':
          mustKnow('unit', override.unit);
          mustKnow('indicator', override.indicator);
          break;
        case 'method':
          for (const code of Object.keys(override.part.normalisationByIndicator ?? {})) {
            mustKnow('indicator', code);
          }
      }
    }
  });
}

/** Nodes that the framework does not have are allowed: a set outlives them. */
function checkWeightSets({ weightSets }: LinkedContent, ids: Ids): void {
  weightSets.forEach(({ id, name, weights }, index) => {
    ids.add('weight set', id, 'weightSets', index);
    ids.add('name of a weight set', name, 'weightSets', index);
    for (const { node } of weights) {
      ids.add(`weight in the set "${name}"`, node, 'weightSets', index);
    }
  });
}

function isInclusion({ kind }: Override): boolean {
  return kind === 'unit-inclusion' || kind === 'node-inclusion';
}
