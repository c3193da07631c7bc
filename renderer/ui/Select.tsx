import { HTMLSelect, type HTMLSelectProps } from '@blueprintjs/core';

const silent = { title: '' } as const;

/** A drop-down list. The library's arrow would call itself “Open dropdown” in every language. */
export function Select(props: Omit<HTMLSelectProps, 'iconProps'>) {
  return <HTMLSelect {...props} iconProps={silent} />;
}
