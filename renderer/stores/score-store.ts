import { create } from 'zustand';
import type { SiblingWeights } from '../../shared/contract/scenario-operations.ts';
import { BASELINE } from '../../shared/model/ids.ts';
import type { ScoringResult } from '../../shared/model/result.ts';
import { type ReweighedScores, withOtherWeights } from '../../shared/model/reweighed-scores.ts';
import { nextStep } from '../ui/frames.ts';
import { callHost } from './host-connection.ts';
import { partsOnScreen } from './parts-on-screen.ts';
import { useSelection } from './selection-store.ts';

interface ScoreState {
  /** Scores of the selected scenario, as committed. */
  committed: ScoringResult | null;
  /** Scores of `baseline`, for movements. */
  baseline: ScoringResult | null;
  /**
   * Scores with the weights of a drag under way; nothing of it is written. Contributions are only those of the parts on
   * screen: `completeScores` has all of them.
   */
  preview: ScoringResult | null;
  /** A drag has begun: previews are about to come. */
  previewAwaited: boolean;
  error: unknown;
}

const empty: ScoreState = {
  committed: null,
  baseline: null,
  preview: null,
  previewAwaited: false,
  error: null,
};

export const useScores = create<ScoreState>(() => empty);

/** What is watched shows: the preview while weights are being dragged, else the committed scores. */
export function useShownScores(): ScoringResult | null {
  return useScores((state) => state.preview ?? state.committed);
}

export function clearScores(): void {
  endPreview();
  useScores.setState(empty);
}

/** Counts what made the committed scores old, and how much of that they have followed. */
let changes = 0;
let followed = 0;

/** The workbook has changed: until the scores are read again, no preview is laid over the old ones. */
export function noteScoresChanged(): void {
  changes += 1;
}

/** Reads the scores of the selected scenario and of `baseline`. Answers for an older selection are dropped. */
export async function refreshScores(): Promise<void> {
  const { scenario } = useSelection.getState();
  noteScoresChanged();
  const change = changes;
  try {
    const [committed, baseline] = await Promise.all([
      callHost('scores.get', { scenario }),
      scenario === BASELINE ? null : callHost('scores.get', { scenario: BASELINE }),
    ]);
    if (useSelection.getState().scenario !== scenario) return;
    followed = change;
    useScores.setState({ committed, baseline: baseline ?? committed, error: null });
  } catch (error) {
    if (useSelection.getState().scenario === scenario) useScores.setState({ error });
  }
}

/** Latest wins, at most one step under way: `wanted` waits until it is painted, and is replaced by newer ones. */
let wanted: readonly SiblingWeights[] | null = null;
let previewInFlight = false;
/** Counts previews begun and ended, so that an answer that comes after its drag is dropped. */
let previewGeneration = 0;

/** Other scores are asked for, or have been painted only now. */
export function previewIsUnderWay(): boolean {
  return previewInFlight;
}

/** Lets what follows a drag get ready while the hand has not moved yet, where nobody sees that it takes a frame. */
export function awaitPreview(): void {
  useScores.setState({ previewAwaited: true });
}

/** Whether weights are being moved, or are about to be. */
export function useWeightsMove(): boolean {
  return useScores(({ preview, previewAwaited }) => previewAwaited || preview !== null);
}

/** Shows what the scores would be with other weights. */
export function previewScores(siblings: readonly SiblingWeights[]): void {
  wanted = siblings;
  if (!previewInFlight) void askForPreview();
}

async function askForPreview(): Promise<void> {
  while (wanted !== null) {
    const siblings = [...wanted];
    const generation = previewGeneration;
    wanted = null;
    previewInFlight = true;
    try {
      const { scenario } = useSelection.getState();
      const reweighed = await callHost('scores.preview', {
        scenario,
        siblings,
        contributionsOf: [...partsOnScreen()],
      });
      if (generation !== previewGeneration) continue;
      const preview = overCommitted(reweighed);
      if (preview === null) continue;
      shown = siblings;
      useScores.setState({ preview, error: null });
      // One step a frame at most: the host does not work for what nobody would see.
      await nextStep();
    } catch (error) {
      if (generation === previewGeneration) useScores.setState({ preview: null, error });
    } finally {
      previewInFlight = false;
    }
  }
}

/** null: there are none, or they are about to be read again. */
function overCommitted(reweighed: ReweighedScores): ScoringResult | null {
  const { committed } = useScores.getState();
  return committed === null || followed < changes ? null : withOtherWeights(committed, reweighed);
}

/** The weights of the preview on screen. */
let shown: readonly SiblingWeights[] = [];
/** What was asked last of `completeScores`, and by which weights: several readers ask at the same pause. */
let complete: {
  readonly by: readonly SiblingWeights[];
  readonly scores: Promise<ScoringResult | null>;
} | null = null;

/**
 * The scores on screen with the contributions of all nodes.
 *
 * @returns null: none can be had now
 */
export function completeScores(): Promise<ScoringResult | null> {
  const { preview, committed } = useScores.getState();
  if (preview === null) return Promise.resolve(committed);
  if (complete?.by !== shown) complete = { by: shown, scores: askForAll(shown) };
  return complete.scores;
}

async function askForAll(siblings: readonly SiblingWeights[]): Promise<ScoringResult | null> {
  const generation = previewGeneration;
  const { scenario } = useSelection.getState();
  try {
    const reweighed = await callHost('scores.preview', { scenario, siblings: [...siblings] });
    return generation === previewGeneration ? overCommitted(reweighed) : null;
  } catch {
    // The same question for the ranking says why.
    return null;
  }
}

/** Drops the preview: the drag was cancelled, refused, or its result is committed and read. */
export function endPreview(): void {
  previewGeneration += 1;
  wanted = null;
  const { preview, previewAwaited } = useScores.getState();
  if (preview !== null || previewAwaited)
    useScores.setState({ preview: null, previewAwaited: false });
}
