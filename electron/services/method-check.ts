import { AppError } from '../../shared/contract/errors.ts';
import type { Method, Normalisation } from '../../shared/model/method.ts';
import type { MethodChoices } from '../../shared/model/uncertainty.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { frameworkIndexOf, indicatorOf, unitNumberOf, unitsOf } from './workbook-model.ts';
import type { NodeCode } from '../../shared/model/ids.ts';

/**
 * Refuses a method that names what the workbook does not have or contradicts itself. What depends on the values, such
 * as a geometric mean of zeros, is the engine's to say.
 *
 * @throws AppError E_INPUT, E_NOT_FOUND
 */
export function checkMethod(workbook: OpenWorkbook, method: Method): void {
  checkLevels(workbook, method);
  checkNormalisation(workbook, method.normalisation);
  for (const [code, normalisation] of Object.entries(method.normalisationByIndicator)) {
    indicatorOf(workbook, code as NodeCode);
    checkNormalisation(workbook, normalisation);
  }
  for (const code of Object.keys(method.treatment.byIndicator)) {
    indicatorOf(workbook, code as NodeCode);
  }
  checkGroup(method);
  const attribute = method.groupAttribute;
  if (attribute !== null && !unitsOf(workbook).some((unit) => attribute in unit.attributes)) {
    throw new AppError('E_INPUT', `no unit has an attribute "${attribute}"`, {
      reason: 'group-attribute-unknown',
      found: attribute,
    });
  }
}

/**
 * Refuses choices that no method could have: what is drawn or compared is held to the same rules as what is set.
 *
 * @param own the method in force, of which the choices replace parts
 * @throws AppError E_INPUT, E_NOT_FOUND
 */
export function checkMethodChoices(
  workbook: OpenWorkbook,
  own: Method,
  { normalisation, aggregation, missing }: MethodChoices,
): void {
  for (const choice of normalisation) checkNormalisation(workbook, choice);
  for (const choice of aggregation) {
    checkLevels(workbook, { aggregation: choice, availability: [] });
  }
  for (const choice of missing) checkGroup({ ...own, missing: choice });
}

function checkGroup({ missing, groupAttribute }: Method): void {
  const needsGroup = missing === 'group-mean' || missing === 'group-median';
  if (!needsGroup || groupAttribute !== null) return;
  throw new AppError('E_INPUT', `"${missing}" needs the attribute that names the group`, {
    reason: 'group-attribute-missing',
  });
}

/** A list shorter than the framework is deep repeats its last entry; one that is longer says something that never happens. */
function checkLevels(
  workbook: OpenWorkbook,
  { aggregation, availability }: Pick<Method, 'aggregation' | 'availability'>,
): void {
  const { depth } = frameworkIndexOf(workbook);
  const levels = [...depth.values()].reduce((deepest, each) => Math.max(deepest, each), 0);
  const lists = { aggregation, availability };
  for (const [list, { length }] of Object.entries(lists)) {
    if (length <= levels) continue;
    throw new AppError(
      'E_INPUT',
      `the method lists ${length} entries of ${list}, one for each level from the bottom up, but the framework has ${levels} levels above its indicators`,
      {
        reason: 'more-entries-than-levels',
        expected: String(levels),
        found: String(length),
      },
    );
  }
}

function checkNormalisation(workbook: OpenWorkbook, normalisation: Normalisation): void {
  switch (normalisation.rule) {
    case 'min-max':
      return checkOrder(normalisation.low, normalisation.high);
    case 'distance-to-reference':
      unitNumberOf(workbook, normalisation.reference);
      return undefined;
    case 'goalposts':
    case 'scaled':
      return normalisation.bounds === null
        ? undefined
        : checkOrder(normalisation.bounds.lower, normalisation.bounds.upper);
    default:
      return undefined;
  }
}

function checkOrder(lower: number, upper: number): void {
  if (lower < upper) return;
  throw new AppError(
    'E_INPUT',
    `expected the lower bound below the upper, found ${lower} and ${upper}`,
    {
      reason: 'bounds-not-ascending',
      found: `${lower}, ${upper}`,
    },
  );
}
