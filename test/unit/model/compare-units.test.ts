import { describe, expect, test } from 'vitest';
import { compareUnits } from '../../../shared/model/compare-units.ts';
import { indexFramework } from '../../../shared/model/framework-index.ts';
import { viewResult } from '../../../shared/model/result-view.ts';
import type { WorkbookContent } from '../../../shared/model/workbook-content.ts';
import { node, smallContent, unit } from '../../support/small-content.ts';
import { scoreContent } from '../../support/score-content.ts';

function compared(content: WorkbookContent, higher: string, lower: string) {
  const view = viewResult(scoreContent(content));
  return compareUnits(indexFramework(content.framework), view, unit(higher), unit(lower));
}

/** Only `users` counts, and all have it: nothing is unknown. */
function withoutGaps(): WorkbookContent {
  const content = smallContent();
  return {
    ...content,
    framework: {
      ...content.framework,
      nodes: content.framework.nodes.filter(({ code }) =>
        ['index', 'reach', 'users'].includes(code),
      ),
    },
    adoptions: content.adoptions.filter(({ indicator }) => indicator === node('users')),
  };
}

describe('differences', () => {
  test('sum to the difference of the scores', () => {
    const comparison = compared(smallContent(), 'c', 'b');
    const sum = comparison.differences.reduce((all, { difference }) => all + difference, 0);
    expect(sum).toBeCloseTo(comparison.scoreOfHigher - comparison.scoreOfLower, 9);
  });

  test('as printed sum to the difference of the printed scores, by indicator and by dimension', () => {
    for (const [higher, lower] of [
      ['c', 'b'],
      ['c', 'a'],
      ['a', 'b'],
    ] as const) {
      const comparison = compared(smallContent(), higher, lower);
      const gap =
        Math.round(Number(comparison.scoreOfHigher.toFixed(1)) * 10) -
        Math.round(Number(comparison.scoreOfLower.toFixed(1)) * 10);
      const tenths = (all: readonly { readonly printed: number }[]) =>
        all.reduce((sum, { printed }) => sum + Math.round(printed * 10), 0);
      expect(tenths(comparison.differences)).toBe(gap);
      expect(tenths(comparison.dimensions)).toBe(gap);
      for (const { difference, printed } of comparison.differences) {
        expect(Math.abs(difference - printed)).toBeLessThan(0.2);
      }
    }
  });

  test('the largest comes first and says who lacks the value', () => {
    const [first] = compared(smallContent(), 'c', 'a').differences;
    expect(first).toMatchObject({ indicator: node('users'), missingIn: null });
    const byIndicator = new Map(
      compared(smallContent(), 'c', 'a').differences.map((each) => [each.indicator, each]),
    );
    expect(byIndicator.get(node('open'))?.missingIn).toBe(unit('c'));
    expect(byIndicator.get(node('growth'))?.missingIn).toBeNull();
  });

  test('do not exist where the score is no weighted sum', () => {
    const content = smallContent();
    const method = { ...content.method, aggregation: [{ rule: 'max' as const }] };
    expect(compared({ ...content, method }, 'c', 'a').differences).toEqual([]);
  });
});

describe('separation', () => {
  test('is certain when nothing is unknown', () =>
    expect(compared(withoutGaps(), 'c', 'b').separation).toBe('certain'));

  test('is plausible when hardly any draw turns the order around', () =>
    expect(compared(smallContent(), 'c', 'a').separation).toBe('plausible'));

  test('is none when the gaps can turn the order around', () =>
    expect(compared(smallContent(), 'a', 'b').separation).toBe('none'));
});

test('equal scores are tied', () => {
  const content = withoutGaps();
  const observations = content.observations.map((each) =>
    each.id === 'b-users' ? { ...each, value: 30 } : each,
  );
  expect(compared({ ...content, observations }, 'b', 'c').tied).toBe(true);
});
