import { keyNames } from './key-names.ts';

/** A combination of keys, drawn as keys. */
export function Keys({ combination }: { combination: string }) {
  return (
    <span className="keys">
      {keyNames(combination).map((name) => (
        <kbd key={name}>{name}</kbd>
      ))}
    </span>
  );
}
