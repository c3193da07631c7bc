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
  const { draws, seed, sources } = kept.request;
  return (
    <ResultNote
      analysis={uncertainty}
      kept={kept}
      statement={statement({ kind: 'draws', count: draws, seed, sources, engine: kept.engine })}
    />
  );
}
