import type {
  UncertaintyRequest,
  UncertaintyResult,
} from '../../../../shared/model/uncertainty.ts';
import { uncertainty } from '../analysis/analyses.ts';
import type { Kept } from '../analysis/analysis.ts';
import { ResultNote } from '../analysis/ResultNote.tsx';
import { useStatement } from '../analysis/use-statement.ts';

/** What a simulation rests on, with the way to run it again on the inputs of now. */
export function DrawsNote({ kept }: { kept: Kept<UncertaintyRequest, UncertaintyResult> }) {
  const statement = useStatement();
  const isRunning = uncertainty.use((state) => state.running !== null);
  const { draws, seed, sources } = kept.request;
  return (
    <ResultNote
      statement={statement({ kind: 'draws', count: draws, seed, sources, engine: kept.engine })}
      current={kept.current}
      onRunAgain={isRunning ? null : () => void uncertainty.run(kept.request)}
    />
  );
}
