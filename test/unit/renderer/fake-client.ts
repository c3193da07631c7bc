import type { AppEvent } from '../../../shared/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../shared/contract/methods.ts';
import { connectHost } from '../../../renderer/stores/host-connection.ts';

type Answers = {
  [Name in MethodName]?: (
    input: MethodInput<Name>,
  ) => MethodOutput<Name> | Promise<MethodOutput<Name>>;
};

/** A client whose answers the test gives; stores are tested without a host. */
export function connectFake(answers: Answers) {
  const calls: { method: MethodName; input: unknown }[] = [];
  const listeners = new Set<(event: AppEvent) => void>();
  connectHost({
    async call(method, input) {
      calls.push({ method, input });
      const answer = answers[method] as ((given: typeof input) => unknown) | undefined;
      if (answer === undefined) throw new Error(`the test has no answer for ${method}`);
      return (await answer(input)) as never;
    },
    offerFile: () => Promise.reject(new Error('the test drops no file')),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return {
    calls,
    called: (method: MethodName) => calls.filter((call) => call.method === method),
    emit: (event: AppEvent) => {
      for (const listener of listeners) listener(event);
    },
  };
}

/** A promise with its handles outside. */
export function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

/** Lets everything that waits on settled promises run. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}
