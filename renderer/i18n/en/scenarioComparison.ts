import type { Wording } from '../wording.ts';
import type { scenarioComparison as chinese } from '../zh/scenarioComparison.ts';

export const scenarioComparison: Wording<typeof chinese> = {
  title: 'Compare scenarios',
  onlyBaseline:
    'So far there is only the baseline. Make a scenario to see here, in words, how any two of them differ.',
  from: 'From',
  to: 'To',
  swap: 'Swap',
  differences: 'Differences',
  noDifferences: 'The two have the same weights, values, method and scope.',
  paired: 'Differences under uncertainty',
  pictureOf: 'Changes of rank from “{{first}}” to “{{second}}”',
  sameDraws: 'the same draws in both',
  run: 'Compare',
  nothingVaried: 'No source of uncertainty is ticked; tick some in the robustness view first.',
  willVary_one: '{{number}} draw, seed {{seed}}; varied: {{sources}}.',
  willVary_other: '{{number}} draws, seed {{seed}}; varied: {{sources}}.',
  rests_one:
    'From {{number}} draw (seed {{seed}}). Varied: {{sources}}. In every draw the same node has the same weight noise, and the same cell the same value or place in its gap, in both scenarios: what differs comes from the scenarios alone.',
  rests_other:
    'From {{number}} draws (seed {{seed}}). Varied: {{sources}}. In every draw the same node has the same weight noise, and the same cell the same value or place in its gap, in both scenarios: what differs comes from the scenarios alone.',
  nobody: 'No unit is ranked in both scenarios.',
  onlyOne_one: 'Ranked in one of the two only, and not compared: {{units}}.',
  onlyOne_other: 'Ranked in one of the two only, and not compared: {{units}}.',
  unit: 'Unit',
  ranks: 'Rank',
  fromTo: '{{before}} → {{after}}',
  scoreChange: 'Score (5–95%)',
  rankChange: 'Places gained (5–95%)',
  shares: 'Better / equal / worse draws',
  sharesOf: 'Better rank in {{better}}, equal in {{equal}}, worse in {{worse}} of the draws',
  sharesShort: '{{better}} / {{equal}} / {{worse}}',
  interval: '{{low}} … {{high}}',
  column: {
    rankFirst: 'Rank before',
    rankSecond: 'Rank after',
    meanScoreChange: 'Mean score difference',
    scoreChange5: 'Score difference 5%',
    scoreChange95: 'Score difference 95%',
    meanRankChange: 'Mean rank difference (negative = rise)',
    rankChange5: 'Rank difference 5%',
    rankChange95: 'Rank difference 95%',
    better: 'Share better',
    equal: 'Share equal',
    worse: 'Share worse',
  },
};
