import type { Reply } from '../../shared/contract/bridge.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { isMethodName, methods, type MethodName } from '../../shared/contract/methods.ts';
import type { Call, Handlers } from '../services/handlers.ts';
import type { Ids, Logger } from '../services/ports.ts';
import { errorReply } from './error-reply.ts';
import { describe, inputError } from './input-error.ts';
import type { MutationQueue } from './mutation-queue.ts';

/** Never rejects: whatever happens becomes a reply. */
export type Dispatch = (method: unknown, input: unknown, call: Call) => Promise<Reply>;

export interface DispatcherOptions {
  readonly handlers: Partial<Handlers>;
  readonly queue: MutationQueue;
  readonly ids: Ids;
  readonly logger: Logger;
  /** Compare every answer with the contract, too: in tests and development, where a wrong one is a defect to find. */
  readonly checkOutputs: boolean;
}

export function createDispatcher(options: DispatcherOptions): Dispatch {
  const { handlers, queue, checkOutputs } = options;

  async function answer(name: MethodName, input: unknown, call: Call): Promise<unknown> {
    const operation = methods[name];
    const parsed = operation.input.safeParse(input);
    if (!parsed.success) throw inputError(name, input, parsed.error);

    // The schema of this very method has just accepted the input; the compiler cannot follow the pairing by name.
    const handler = handlers[name] as ((input: unknown, call: Call) => unknown) | undefined;
    if (handler === undefined) throw new Error(`${name} has no handler`);
    const handle = async () => handler(parsed.data, call);
    // A command that was accepted is carried out even if its window closes meanwhile: nothing entered is lost.
    const value = operation.kind === 'command' ? await queue.run(handle) : await handle();

    if (checkOutputs) {
      const checked = operation.output.safeParse(value);
      if (!checked.success) {
        throw new Error(`${name} answered against the contract: ${checked.error.message}`);
      }
    }
    return value;
  }

  return async (method, input, call) => {
    const where = typeof method === 'string' && isMethodName(method) ? method : 'call';
    try {
      if (where === 'call') {
        throw new AppError('E_INPUT', `unknown method ${describe(method)}`, {
          reason: 'unknown-method',
          found: describe(method),
        });
      }
      return { ok: true, value: await answer(where, input, call) };
    } catch (error) {
      const stopped =
        call.signal.aborted && error === call.signal.reason
          ? new AppError('E_CANCELLED', 'the connection has ended', { reason: 'cancelled' })
          : error;
      return { ok: false, error: errorReply(stopped, where, options) };
    }
  };
}
