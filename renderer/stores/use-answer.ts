import { useEffect, useState } from 'react';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import { callHost } from './host-connection.ts';
import { useWorkbook } from './workbook-store.ts';

export interface HostAnswer<Name extends MethodName> {
  /** The last answer, which stays while a newer one is on its way; undefined: none yet, or the question was refused. */
  readonly answer: MethodOutput<Name> | undefined;
  /** What the answer, or the refusal, is to; null: nothing was answered yet. */
  readonly to: MethodInput<Name> | null;
  /** Why the last question was refused; null: it was not. */
  readonly error: unknown;
  /** Whether the answer to the question of now is still to come. */
  readonly waiting: boolean;
}

type Answered<Name extends MethodName> = Omit<HostAnswer<Name>, 'waiting'> & {
  /** The question as JSON, and the revision of the workbook at which it was asked. */
  readonly question: string | null;
  readonly revision: number | null;
};

/**
 * Asks the host, and asks again after every act and when the question changes. Answers to older questions are dropped.
 *
 * @param method a query
 * @param input compared by its JSON; null: nothing to ask for now
 */
export function useAnswer<Name extends MethodName>(
  method: Name,
  input: MethodInput<Name> | null,
): HostAnswer<Name> {
  const revision = useWorkbook((state) => state.revision);
  const question = input === null ? null : JSON.stringify(input);
  const [answered, setAnswered] = useState<Answered<Name>>({
    answer: undefined,
    to: null,
    error: null,
    question: null,
    revision: null,
  });
  useEffect(() => {
    if (question === null) return;
    let superseded = false;
    const to = JSON.parse(question) as MethodInput<Name>;
    const keep = (answer: MethodOutput<Name> | undefined, error: unknown) => {
      if (!superseded) setAnswered({ answer, to, error, question, revision });
    };
    callHost(method, to).then(
      (answer) => keep(answer, null),
      (error: unknown) => keep(undefined, error),
    );
    return () => {
      superseded = true;
    };
  }, [method, question, revision]);
  const { answer, to, error } = answered;
  const isLatest = answered.question === question && answered.revision === revision;
  return { answer, to, error, waiting: question !== null && !isLatest };
}
