import type { ChartSpec } from './chart-spec.ts';
import { drawContributions } from './contribution-chart.ts';
import { drawEvidenceMap } from './evidence-map-chart.ts';
import { drawProfile } from './profile-chart.ts';
import { drawRankSlope } from './rank-slope-chart.ts';
import { type Sheet, writeSvg } from './sheet.ts';

function draw(chart: ChartSpec): Sheet {
  switch (chart.kind) {
    case 'contributions':
      return drawContributions(chart);
    case 'profile':
      return drawProfile(chart);
    case 'rank-slope':
      return drawRankSlope(chart);
    case 'evidence-map':
      return drawEvidenceMap(chart);
  }
}

/** A chart as SVG text without any lettering. The same chart gives the same text. */
export function renderChart(chart: ChartSpec): string {
  return writeSvg(draw(chart));
}
