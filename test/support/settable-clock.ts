/** A clock that stands still until a test moves it. */
export interface SettableClock {
  (): Date;
  advance(milliseconds: number): void;
}

export function createSettableClock(start = '2026-01-15T08:00:00.000Z'): SettableClock {
  let now = new Date(start).getTime();
  return Object.assign(() => new Date(now), {
    advance(milliseconds: number) {
      now += milliseconds;
    },
  });
}
