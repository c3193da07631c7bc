import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';

/** Who asks, and whether the answer is still wanted. */
export interface Call {
  /** Names the window or browser tab; file tokens and jobs belong to it. */
  readonly connection: string;
  /** Aborted when the connection ends. */
  readonly signal: AbortSignal;
}

export type Handler<Name extends MethodName> = (
  input: MethodInput<Name>,
  call: Call,
) => MethodOutput<Name> | Promise<MethodOutput<Name>>;

/**
 * What the services and the host answer together. A service exports its share as `Pick<Handlers, …>`; the host puts the
 * shares together, so that a method of the contract without a handler does not compile.
 */
export type Handlers = { readonly [Name in MethodName]: Handler<Name> };
