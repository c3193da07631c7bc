import { useEffect } from 'react';
import { create } from 'zustand';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { StabilityAnswer, StabilityAsked } from '../../../shared/model/weight-analysis.ts';
import { callHost } from '../../stores/host-connection.ts';
import { useLayout } from '../../stores/layout-store.ts';
import { useScores } from '../../stores/score-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { PAUSE_MS } from '../../ui/calm-follower.ts';
import { inFrameOfItsOwn } from '../../ui/frames.ts';
import { askedNow, QUESTION } from './band-question.ts';
import { branchesOnScreen, OPEN_BRANCHES } from './open-branches.ts';
import { GIVERS, LOCKS, stabilityState, useWeightDrag, ZEROS } from './weight-drag.ts';

interface BandState {
  /** What the answers are to. */
  asked: StabilityAsked | null;
  answers: Answers;
  /** What is said of them: during a drag it follows at the pauses of the hand. */
  said: Answers;
  error: unknown;
}

type Answers = ReadonlyMap<NodeCode, StabilityAnswer>;

const empty: BandState = { asked: null, answers: new Map(), said: new Map(), error: null };

/** Stability intervals of the nodes on screen, for the weights on screen: during a drag those of the drag. */
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
      // Over fifty indicators the rows on screen cost a tenth of all, and the scores wait for the same processor.
      parents: [...branchesOnScreen()],
    });
    if (useWeightDrag.getState().drag !== null) await new Promise<void>(inFrameOfItsOwn);
    if (useSelection.getState().scenario !== scenario) return;
    useBands.setState((before) => ({
      asked,
      answers: keepEqual(before.answers, answers),
      error: null,
    }));
    sayAtRest();
  } catch (error) {
    // A drag's weights that an act has overtaken: the next answer is on its way.
    if (!stale) useBands.setState({ ...empty, error });
  }
}

let pause: ReturnType<typeof setTimeout> | undefined;

/** Words take more work than bands, and nobody reads them at the pace of a hand. */
function sayAtRest(): void {
  const say = () => useBands.setState(({ answers }) => ({ said: answers }));
  clearTimeout(pause);
  if (useWeightDrag.getState().drag === null) say();
  else pause = setTimeout(() => inFrameOfItsOwn(say), PAUSE_MS + DRAG_INTERVAL_MS);
}

/** Answers that have not changed stay the same objects, so that their bands are not drawn again. */
function keepEqual(before: Answers, answers: readonly StabilityAnswer[]): Answers {
  return new Map(
    answers.map((answer) => {
      const old = before.get(answer.node);
      const isEqual = old !== undefined && JSON.stringify(old) === JSON.stringify(answer);
      return [answer.node, isEqual ? old : answer] as const;
    }),
  );
}

const SHAPING = [QUESTION, LOCKS, ZEROS, GIVERS, OPEN_BRANCHES];

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
