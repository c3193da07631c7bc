import { expect, test } from 'vitest';
import { createStepPace, type StepPace } from '../../../renderer/ui/step-pace.ts';

const TIMELY_MS = 16.7;
const LATE_MS = 33.4;
const frames = (pace: StepPace, count: number, gap: number) => {
  for (let frame = 0; frame < count; frame++) pace.learn(gap);
};

test('a step takes one frame while frames are in time, and more after late ones', () => {
  const pace = createStepPace();
  frames(pace, 1000, TIMELY_MS);
  expect(pace.frames()).toBe(1);
  frames(pace, 2, LATE_MS);
  expect(pace.frames()).toBe(2);
  frames(pace, 100, LATE_MS);
  expect(pace.frames()).toBe(3);
});

test('it becomes quicker again by and by', () => {
  const pace = createStepPace();
  frames(pace, 10, LATE_MS);
  frames(pace, 100, TIMELY_MS);
  expect(pace.frames()).toBe(2);
  frames(pace, 100, TIMELY_MS);
  expect(pace.frames()).toBe(1);
});
