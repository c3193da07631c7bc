import { init } from 'echarts/dist/echarts.esm.min';
import type { ChartSpec } from './chart-spec.ts';
import { type DrawnChart, px } from './canvas.ts';
import { drawContributions } from './contribution-chart.ts';
import { drawEvidenceMap } from './evidence-map-chart.ts';
import { drawProfile } from './profile-chart.ts';
import { drawRankSlope } from './rank-slope-chart.ts';

function draw(chart: ChartSpec): DrawnChart {
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

/** A chart as SVG text without any lettering. The same chart gives the same text, whatever was drawn before. */
export function renderChart(chart: ChartSpec): string {
  const { option, width, height } = draw(chart);
  const instance = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: px(width),
    height: px(height),
  });
  try {
    instance.setOption(option);
    return withoutTraces(instance.renderToSVGString());
  } finally {
    // A chart that is not disposed keeps the process alive.
    instance.dispose();
  }
}

/** Takes out what is for browsers: hover styles with class names that count up, and data attributes. */
function withoutTraces(svg: string): string {
  return svg
    .replaceAll(/ class="zr\d+-cls-\d+"| ecmeta_\w+="[^"]*"| pointer-events="\w+"/g, '')
    .replaceAll(/<style >.*?<\/style>\s*/gs, '');
}
