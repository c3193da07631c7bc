import type { IndicatorDefinition } from '../../shared/model/framework.ts';

/** An indicator with nothing special: more is better, no transform, no posts, no time rule. */
export const PLAIN_INDICATOR: IndicatorDefinition = {
  unitOfMeasure: '',
  direction: 1,
  type: 'score',
  transform: 'none',
  timeRule: null,
  timeRuleBasis: null,
  goalposts: null,
  scaledBounds: null,
  scaleFactor: null,
  target: null,
  tags: {},
};
