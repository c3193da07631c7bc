import { AppError } from '../../shared/contract/errors.ts';
import type { Framework } from '../../shared/model/framework.ts';
import { BASELINE } from '../../shared/model/ids.ts';
import type { Adoption, Observation } from '../../shared/model/observation.ts';
import { overrideKey, type Override, type Scenario } from '../../shared/model/scenario.ts';
import type { NewWorkbook } from './content.ts';

/**
 * Refuses content whose parts do not fit together: codes that stand twice or nowhere, a tree out of order, an adoption
 * of what may not be adopted, scenarios that stand on nothing.
 *
 * @throws AppError E_INPUT that names the first misfit
 */
export function checkContent(
  content: Omit<NewWorkbook, 'observations' | 'adoptions'>,
): ContentCheck {
  const nodes = checkFramework(content.framework);
  const indicators = new Set(
    content.framework.nodes
      .filter((node) => node.indicator !== null)
      .map(({ code }) => code as string),
  );
  const units = unique('unit', content.units, ({ code }) => code);
  const sources = unique('source', content.sources, ({ id }) => id);
  for (const { indicator } of content.series) mustKnow(indicators, 'indicator', indicator);
  unique('series of', content.series, ({ indicator }) => indicator);
  if (
    content.shipped !== null &&
    content.shipped.weights.length !== content.framework.nodes.length
  ) {
    refuse(
      'shipped-weights',
      `expected ${content.framework.nodes.length} shipped weights, found ${content.shipped.weights.length}`,
    );
  }
  checkScenarios(content.scenarios, { units, nodes, indicators });

  const observations = new Set<string>();
  const cells = new Set<string>();
  return {
    observation(observation) {
      if (observations.has(observation.id)) duplicate('observation', observation.id);
      observations.add(observation.id);
      mustKnow(units, 'unit', observation.unit);
      mustKnow(indicators, 'indicator', observation.indicator);
      if (observation.source !== null) mustKnow(sources, 'source', observation.source);
    },
    adoption(adoption, observation) {
      if (observation === undefined) unknown('observation', adoption.observation);
      if (observation.unit !== adoption.unit || observation.indicator !== adoption.indicator) {
        refuse(
          'adoption-of-other-cell',
          `observation "${observation.id}" belongs to ${observation.unit} × ${observation.indicator}, ` +
            `not to ${adoption.unit} × ${adoption.indicator}`,
        );
      }
      const cell = `${adoption.unit} × ${adoption.indicator}`;
      if (cells.has(cell)) duplicate('adopted cell', cell);
      cells.add(cell);
      if (observation.evidenceOnly || observation.rejectedReason !== null) {
        refuse('adoption-not-allowed', `observation "${observation.id}" may not be adopted`);
      }
    },
  };
}

/** For what is too many to hold: called with each as it passes. */
export interface ContentCheck {
  observation(observation: Observation): void;
  adoption(
    adoption: Adoption,
    observation:
      | Pick<Observation, 'id' | 'unit' | 'indicator' | 'evidenceOnly' | 'rejectedReason'>
      | undefined,
  ): void;
}

function checkFramework(framework: Framework): ReadonlySet<string> {
  const aggregates = new Set<string>();
  const codes = new Set<string>();
  for (const [position, node] of framework.nodes.entries()) {
    if (codes.has(node.code)) duplicate('node', node.code);
    if (position === 0 ? node.parent !== null : node.parent === null) {
      refuse(
        'tree-root',
        `expected the first node and no other to be the index, found "${node.code}"`,
      );
    }
    if (node.parent !== null && !aggregates.has(node.parent)) {
      refuse(
        'tree-order',
        `expected the parent of "${node.code}" to be an aggregate that stands before it, found "${node.parent}"`,
      );
    }
    codes.add(node.code);
    if (node.indicator === null) aggregates.add(node.code);
  }
  return codes;
}

interface KnownCodes {
  readonly units: ReadonlySet<string>;
  readonly nodes: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
}

function checkScenarios(scenarios: readonly Scenario[], known: KnownCodes): void {
  const ids = new Set<string>();
  for (const [position, scenario] of scenarios.entries()) {
    if (ids.has(scenario.id)) duplicate('scenario', scenario.id);
    if ((position === 0) !== (scenario.id === BASELINE)) {
      refuse(
        'baseline-first',
        `expected "${BASELINE}" as the first scenario, found "${scenario.id}"`,
      );
    }
    if (scenario.parent === null ? position > 0 : !ids.has(scenario.parent)) {
      refuse(
        'scenario-parent',
        `expected the parent of scenario "${scenario.name}" to stand before it, found ${scenario.parent}`,
      );
    }
    ids.add(scenario.id);
    const keys = new Set<string>();
    for (const override of scenario.overrides) {
      const key = overrideKey(override);
      if (keys.has(key)) duplicate(`override in scenario "${scenario.name}"`, key);
      keys.add(key);
      checkOverride(override, known);
      const inclusion = override.kind === 'unit-inclusion' || override.kind === 'node-inclusion';
      if (scenario.id === BASELINE && !inclusion) {
        refuse('baseline-override', `"${BASELINE}" holds no override of kind ${override.kind}`);
      }
    }
  }
}

function checkOverride(override: Override, known: KnownCodes): void {
  switch (override.kind) {
    case 'value':
      mustKnow(known.units, 'unit', override.unit);
      return mustKnow(known.indicators, 'indicator', override.indicator);
    case 'unit-inclusion':
      return mustKnow(known.units, 'unit', override.unit);
    case 'weight':
    case 'node-inclusion':
      return mustKnow(known.nodes, 'node', override.node);
    case 'method':
      return undefined;
  }
}

function unique<Part>(
  what: string,
  parts: readonly Part[],
  codeOf: (part: Part) => string,
): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const part of parts) {
    const code = codeOf(part);
    if (codes.has(code)) duplicate(what, code);
    codes.add(code);
  }
  return codes;
}

function mustKnow(known: ReadonlySet<string>, what: string, code: string): void {
  if (!known.has(code)) unknown(what, code);
}

function unknown(what: string, code: string): never {
  refuse('unknown-code', `unknown ${what} "${code}"`, { what, code });
}

function duplicate(what: string, code: string): never {
  refuse('duplicate-code', `expected every ${what} once, found "${code}" again`, { what, code });
}

function refuse(reason: string, message: string, parameters: Record<string, string> = {}): never {
  throw new AppError('E_INPUT', message, { reason, parameters });
}
