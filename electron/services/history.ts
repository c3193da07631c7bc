import type { HistoryEntry } from '../../shared/contract/history-operations.ts';
import type { z } from 'zod';
import type { LogEntry } from '../oplog/operation-log.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';

/** The acts of the analyst, and the way back and forth among them. */
export function createHistoryService({
  session,
}: Pick<ServiceContext, 'session'>): Pick<
  Handlers,
  'history.list' | 'history.undo' | 'history.redo'
> {
  return {
    'history.list': ({ limit, before }) => {
      const { history } = session.current();
      const [undo, redo] = [history.undoTarget(), history.redoTarget()];
      return {
        entries: history.list(limit, before).map(toHistoryEntry),
        undo: undo === null ? null : toHistoryEntry(undo),
        redo: redo === null ? null : toHistoryEntry(redo),
      };
    },
    'history.undo': ({ baseRevision }) => ({ revision: session.current().undo(baseRevision) }),
    'history.redo': ({ baseRevision }) => ({ revision: session.current().redo(baseRevision) }),
  };
}

function toHistoryEntry(entry: LogEntry): z.infer<typeof HistoryEntry> {
  const { sequence, at, author, kind, parameters, undoes } = entry;
  return { sequence, at, author, kind, parameters: { ...parameters }, undoes };
}
