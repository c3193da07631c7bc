import { encodeFrame, type Frame } from '../../shared/contract/frame.ts';
import type { ShellMessage } from '../../shared/contract/web-messages.ts';
import type { Host, HostConnection } from '../host/create-host.ts';

/** One page of a browser. It outlives its socket for a while, so that a lost connection can be taken up again. */
export interface Session {
  readonly connection: HostConnection;
  send(message: ShellMessage): void;
}

/** What a session needs of its socket. */
export interface Line {
  send(frame: Frame): void;
  /** The session goes on over another socket. */
  replaced(): void;
}

export interface Sessions {
  /** Takes up the session of that name, or begins a new one. */
  attach(name: string | null, line: Line): Session;
  /** The socket has closed. Does nothing when the session already goes on over another one. */
  detach(session: Session, line: Line): void;
  /** The session of a connection; undefined: it has ended. */
  find(connectionId: string): Session | undefined;
  /** Sessions with a page at the other end. */
  attachedCount(): number;
  close(): void;
}

/** Of what happened while nobody listened only so much is kept; the page reads everything again anyway. */
const MOST_KEPT = 1000;

export function createSessions(host: Host, keepMs: number): Sessions {
  interface State {
    readonly session: Session;
    line: Line | null;
    kept: Frame[];
    end: NodeJS.Timeout | null;
  }
  const states = new Map<string, State>();

  function begin(): State {
    const send = (message: ShellMessage) => {
      const frame = encodeFrame(message);
      if (state.line !== null) state.line.send(frame);
      else if (state.kept.length < MOST_KEPT) state.kept.push(frame);
    };
    const connection = host.connect((event) => send({ event }));
    const state: State = { session: { connection, send }, line: null, kept: [], end: null };
    states.set(connection.id, state);
    return state;
  }

  function end(state: State): void {
    if (state.end !== null) clearTimeout(state.end);
    states.delete(state.session.connection.id);
    state.session.connection.close();
  }

  return {
    attach(name, line) {
      const state = (name === null ? undefined : states.get(name)) ?? begin();
      if (state.end !== null) clearTimeout(state.end);
      state.end = null;
      state.line?.replaced();
      state.line = line;
      state.session.send({ welcome: { session: state.session.connection.id } });
      for (const frame of state.kept.splice(0)) line.send(frame);
      return state.session;
    },
    detach(session, line) {
      const state = states.get(session.connection.id);
      if (state === undefined || state.line !== line) return;
      state.line = null;
      state.end = setTimeout(() => end(state), keepMs);
      state.end.unref();
    },
    find: (connectionId) => states.get(connectionId)?.session,
    attachedCount: () => [...states.values()].filter(({ line }) => line !== null).length,
    close() {
      for (const state of states.values()) end(state);
    },
  };
}
