import type { NodeStanding } from '../../../shared/model/unit-profile.ts';

/** A scale that holds every value shown, and zero. */
export interface ProfileScale {
  readonly from: number;
  readonly to: number;
}

export function profileScale(standings: readonly NodeStanding[]): ProfileScale {
  const values = standings
    .flatMap(({ value, medianOfOthers, best }) => [value, medianOfOthers, best?.value ?? NaN])
    .filter((value) => !Number.isNaN(value));
  return { from: Math.min(0, ...values), to: Math.max(1e-9, ...values) };
}
