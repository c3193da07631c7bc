import { useEffect } from 'react';
import { create } from 'zustand';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { StabilityAnswer, StabilityAsked } from '../../../shared/model/weight-analysis.ts';
import { callHost } from '../../stores/host-connection.ts';
import { useLayout } from '../../stores/layout-store.ts';
import { useScores } from '../../stores/score-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { askedNow, QUESTION } from './band-question.ts';
import { GIVERS, LOCKS, stabilityState, useWeightDrag, ZEROS } from './weight-drag.ts';

interface BandState {
  /** What the answers are to. */
  asked: StabilityAsked | null;
  answers: ReadonlyMap<NodeCode, StabilityAnswer>;
  error: unknown;
}

const empty: BandState = { asked: null, answers: new Map(), error: null };

/** Stability intervals of all nodes, for the weights on screen: during a drag those of the drag. */
export const useBands = create<BandState>(() => empty);

/** Between two answers during a drag: the frames and the host belong to the scores; bands are seen to follow all the same. */
const DRAG_INTERVAL_MS = 150;

let stale = false;
let inFlight = false;

/** Latest wins, at most one call under way. */
function askForBands(): void {
  stale = true;
  if (!inFlight) void follow();
}

async function follow(): Promise<void> {
  inFlight = true;
  try {
    while (stale) {
      stale = false;
      await readBands();
      if (useWeightDrag.getState().drag !== null) await wait(DRAG_INTERVAL_MS);
    }
  } finally {
    inFlight = false;
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function readBands(): Promise<void> {
  const asked = askedNow();
  if (asked === null || useScores.getState().committed === null) return useBands.setState(empty);
  const { scenario } = useSelection.getState();
  try {
    const answers = await callHost('stability.get', {
      scenario,
      question: asked,
      ...stabilityState(),
    });
    if (useSelection.getState().scenario !== scenario) return;
    useBands.setState((before) => ({
      asked,
      answers: keepEqual(before.answers, answers),
      error: null,
    }));
  } catch (error) {
    // A drag's weights that an act has overtaken: the next answer is on its way.
    if (!stale) useBands.setState({ ...empty, error });
  }
}

/** Answers that have not changed stay the same objects, so that their bands are not drawn again. */
function keepEqual(
  before: ReadonlyMap<NodeCode, StabilityAnswer>,
  answers: readonly StabilityAnswer[],
): ReadonlyMap<NodeCode, StabilityAnswer> {
  return new Map(
    answers.map((answer) => {
      const old = before.get(answer.node);
      const isEqual = old !== undefined && JSON.stringify(old) === JSON.stringify(answer);
      return [answer.node, isEqual ? old : answer] as const;
    }),
  );
}

const SHAPING = [QUESTION, LOCKS, ZEROS, GIVERS];

/**
 * Keeps the bands in step while a panel shows them. During a drag they are asked for when a preview of the scores has
 * arrived: the ranking comes first.
 */
export function useLiveBands(): void {
  useEffect(() => {
    const stop = [
      useScores.subscribe((state, before) => {
        if (state.preview !== before.preview || state.committed !== before.committed) askForBands();
      }),
      useWeightDrag.subscribe((state, before) => {
        if (state.drag === null && before.drag !== null) askForBands();
      }),
      useLayout.subscribe(({ memories }, before) => {
        if (SHAPING.some((name) => memories[name] !== before.memories[name])) askForBands();
      }),
      useSelection.subscribe((state, before) => {
        if (state.unit !== before.unit && askedNow()?.kind === 'pair') askForBands();
      }),
    ];
    askForBands();
    return () => stop.forEach((end) => end());
  }, []);
}
