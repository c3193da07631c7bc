import type { AppEvent } from '../../shared/contract/events.ts';
import type { FilePurpose } from '../../shared/contract/file-purpose.ts';
import type { FileToken, JobId } from '../../shared/model/ids.ts';

/** What the services need of their surroundings; the host supplies it. */

export type Clock = () => Date;

/** Unguessable and never the same twice, except in tests, where it is a counter. */
export type Ids = () => string;

/** Fields are data for the log file only; they never reach the renderer. */
export interface Logger {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Tells every connection, or only the one that is named. */
export type Emit = (event: AppEvent, connection?: string) => void;

/** `backup` tokens are issued by `workbook.backups`, the others when a person chooses a file. */
export type TokenPurpose = FilePurpose | 'backup';

/**
 * Stand-ins for paths. A token is bound to one purpose and one connection, is used once and expires; a token that does
 * not fit is refused with `E_FORBIDDEN`, an unknown, used or expired one with `E_NOT_FOUND`.
 */
export interface FileTokens {
  issue(path: string, purpose: TokenPurpose, connection: string): FileToken;
  /** The path, and the token stays good: for looking at a file before acting on it. */
  look(token: FileToken, purpose: TokenPurpose, connection: string): string;
  /** The path, and the token is used up. A used `save-…` token still serves `files.reveal`. */
  use(token: FileToken, purpose: TokenPurpose, connection: string): string;
}

/** A piece of long work while it runs. */
export interface JobRun {
  /** Aborted by `job.cancel`, by the end of the connection and by the end of the host. */
  readonly signal: AbortSignal;
  /** `fraction` 0..1; `stage` is the key of the stage's name in the interface's texts. */
  progress(fraction: number, stage: string): void;
}

/** Jobs with one type of result. */
export interface JobKind<Result> {
  /** Returns at once; the work starts after the caller has its job's name. */
  start(connection: string, work: (run: JobRun) => Promise<Result>): JobId;
  /**
   * Result of a finished job of this connection. Throws `E_BUSY` while it runs, the job's own error when it failed, and
   * `E_NOT_FOUND` for a job of another connection or kind or one whose result is no longer kept.
   */
  result(connection: string, job: JobId): Result;
}

export interface Jobs {
  kind<Result>(name: string): JobKind<Result>;
}
