import {
  NO_METHOD_CHOICES,
  type UncertaintySources,
} from '../../../../shared/model/uncertainty.ts';

/** Weights by a factor up to one half, and gaps over their scale. */
export const NOISE_AND_GAPS: UncertaintySources = {
  weights: { rule: 'noise', factor: 0.5 },
  locked: [],
  values: null,
  gaps: true,
  methods: NO_METHOD_CHOICES,
};
