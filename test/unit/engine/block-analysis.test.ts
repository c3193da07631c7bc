import { expect, it } from 'vitest';
import { gatherList, runAllBlocks } from '../../../electron/engine/block-analysis.ts';

it('runs every block once, in order, and gathers the parts before the result', () => {
  const run: number[] = [];
  const result = runAllBlocks({
    blockCount: 3,
    runBlock: (block) => {
      run.push(block);
      return `part ${block}`;
    },
    gather: () => gatherList((parts) => parts.join(', ')),
  });
  expect(run).toEqual([0, 1, 2]);
  expect(result).toBe('part 0, part 1, part 2');
});

it('has a result without blocks, and none of an earlier gathering', () => {
  const analysis = {
    blockCount: 0,
    runBlock: (block: number) => block,
    gather: () => gatherList<number, number>((parts) => parts.length),
  };
  expect(runAllBlocks(analysis)).toBe(0);
  expect(runAllBlocks({ ...analysis, blockCount: 2 })).toBe(2);
  expect(runAllBlocks({ ...analysis, blockCount: 2 })).toBe(2);
});
