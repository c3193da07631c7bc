import { describe, expect, it } from 'vitest';
import type { ContributionChart } from '../../../electron/brief/charts/chart-spec.ts';
import { renderChart } from '../../../electron/brief/charts/render-chart.ts';

const axis = { low: -20, high: 80, step: 50, ticks: [-20, 30, 80] };

/** 3 points a unit of the axis, zero at 60. */
const contributions: ContributionChart = {
  kind: 'contributions',
  width: 300,
  rowHeight: 100,
  axis,
  colours: ['#111111', '#222222', '#333333'],
  rows: [
    { parts: [20, 30, 0], low: 50, high: 70 },
    { parts: [-10, 25, -5], low: Number.NaN, high: Number.NaN },
  ],
};

function pathOf(svg: string, look: string): string | undefined {
  return new RegExp(`<path d="([^"]*)" ${look}`, 'u').exec(svg)?.[1];
}

describe('charts of the brief', () => {
  it('stacks what adds to the right of zero and what takes away to its left', () => {
    const svg = renderChart(contributions);
    expect(pathOf(svg, 'fill="#111111"')).toBe('M60 27H120V73H60ZM30 127H60V173H30Z');
    expect(pathOf(svg, 'fill="#222222"')).toBe('M120 27H210V73H120ZM60 127H135V173H60Z');
    expect(pathOf(svg, 'fill="#333333"')).toBe('M15 127H30V173H15Z');
  });

  it('draws the bracket of possible scores only where it is known', () => {
    const bracket = pathOf(renderChart(contributions), 'stroke="#3a3936"');
    expect(bracket).toBe('M210 86L270 86M210 84.7L210 87.3M270 84.7L270 87.3');
  });

  it('puts grid lines at the ticks', () => {
    const grid = pathOf(renderChart(contributions), 'stroke="#d9d6cf"');
    expect(grid).toBe('M0 0L0 200M150 0L150 200M300 0L300 200');
  });

  it('leaves out the bar of a missing value and keeps its median', () => {
    const svg = renderChart({
      kind: 'profile',
      width: 100,
      rowHeight: 100,
      axis: { low: 0, high: 10, step: 5, ticks: [0, 5, 10] },
      rows: [{ colour: '#111111', value: null, median: 5 }],
    });
    expect(pathOf(svg, 'fill="#111111"')).toBeUndefined();
    expect(pathOf(svg, 'stroke="#3a3936"')).toBe('M50 14L50 86');
  });

  it('draws who moved above who stayed', () => {
    const svg = renderChart({
      kind: 'rank-slope',
      width: 100,
      rowHeight: 10,
      places: 2,
      lines: [
        { from: 0, to: 1, moved: true },
        { from: 1, to: 1, moved: false },
      ],
    });
    expect(svg.indexOf('#a7a49c')).toBeLessThan(svg.indexOf('#1f57b5'));
    expect(pathOf(svg, 'stroke="#1f57b5"')).toBe('M1.8 5L98.2 15');
  });
});
