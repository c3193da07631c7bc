import { brief as briefEn } from './en/brief.ts';
import { charts as chartsEn } from './en/charts.ts';
import { common as commonEn } from './en/common.ts';
import { comparison as comparisonEn } from './en/comparison.ts';
import { diagnostics as diagnosticsEn } from './en/diagnostics.ts';
import { errors as errorsEn } from './en/errors.ts';
import { evidence as evidenceEn } from './en/evidence.ts';
import { frame as frameEn } from './en/frame.ts';
import { grid as gridEn } from './en/grid.ts';
import { method as methodEn } from './en/method.ts';
import { ranking as rankingEn } from './en/ranking.ts';
import { research as researchEn } from './en/research.ts';
import { robustness as robustnessEn } from './en/robustness.ts';
import { scenarioComparison as scenarioComparisonEn } from './en/scenarioComparison.ts';
import { scenarioMatrix as scenarioMatrixEn } from './en/scenarioMatrix.ts';
import { scenarios as scenariosEn } from './en/scenarios.ts';
import { slope as slopeEn } from './en/slope.ts';
import { unit as unitEn } from './en/unit.ts';
import { weights as weightsEn } from './en/weights.ts';
import { weightSets as weightSetsEn } from './en/weight-sets.ts';
import { weightMethods as weightMethodsEn } from './en/weight-methods.ts';
import { whatItTakes as whatItTakesEn } from './en/whatItTakes.ts';
import { workbook as workbookEn } from './en/workbook.ts';
import type { Wording, WordingPath } from './wording.ts';
import { brief as briefZh } from './zh/brief.ts';
import { charts as chartsZh } from './zh/charts.ts';
import { common as commonZh } from './zh/common.ts';
import { comparison as comparisonZh } from './zh/comparison.ts';
import { diagnostics as diagnosticsZh } from './zh/diagnostics.ts';
import { errors as errorsZh } from './zh/errors.ts';
import { evidence as evidenceZh } from './zh/evidence.ts';
import { frame as frameZh } from './zh/frame.ts';
import { grid as gridZh } from './zh/grid.ts';
import { method as methodZh } from './zh/method.ts';
import { ranking as rankingZh } from './zh/ranking.ts';
import { research as researchZh } from './zh/research.ts';
import { robustness as robustnessZh } from './zh/robustness.ts';
import { scenarioComparison as scenarioComparisonZh } from './zh/scenarioComparison.ts';
import { scenarioMatrix as scenarioMatrixZh } from './zh/scenarioMatrix.ts';
import { scenarios as scenariosZh } from './zh/scenarios.ts';
import { slope as slopeZh } from './zh/slope.ts';
import { unit as unitZh } from './zh/unit.ts';
import { weights as weightsZh } from './zh/weights.ts';
import { weightSets as weightSetsZh } from './zh/weight-sets.ts';
import { weightMethods as weightMethodsZh } from './zh/weight-methods.ts';
import { whatItTakes as whatItTakesZh } from './zh/whatItTakes.ts';
import { workbook as workbookZh } from './zh/workbook.ts';

/** One entry a feature; each feature keeps its words in `zh/<feature>.ts` and `en/<feature>.ts`. */
const zh = {
  brief: briefZh,
  charts: chartsZh,
  common: commonZh,
  comparison: comparisonZh,
  diagnostics: diagnosticsZh,
  errors: errorsZh,
  evidence: evidenceZh,
  frame: frameZh,
  grid: gridZh,
  method: methodZh,
  ranking: rankingZh,
  research: researchZh,
  robustness: robustnessZh,
  scenarioComparison: scenarioComparisonZh,
  scenarioMatrix: scenarioMatrixZh,
  scenarios: scenariosZh,
  slope: slopeZh,
  unit: unitZh,
  weights: weightsZh,
  weightMethods: weightMethodsZh,
  whatItTakes: whatItTakesZh,
  weightSets: weightSetsZh,
  workbook: workbookZh,
};

const en: Wording<typeof zh> = {
  brief: briefEn,
  charts: chartsEn,
  common: commonEn,
  comparison: comparisonEn,
  diagnostics: diagnosticsEn,
  errors: errorsEn,
  evidence: evidenceEn,
  frame: frameEn,
  grid: gridEn,
  method: methodEn,
  ranking: rankingEn,
  research: researchEn,
  robustness: robustnessEn,
  scenarioComparison: scenarioComparisonEn,
  scenarioMatrix: scenarioMatrixEn,
  scenarios: scenariosEn,
  slope: slopeEn,
  unit: unitEn,
  weights: weightsEn,
  weightMethods: weightMethodsEn,
  whatItTakes: whatItTakesEn,
  weightSets: weightSetsEn,
  workbook: workbookEn,
};

export const wordings = { zh, en };

export type Wordings = typeof zh;

/** A text of any feature, e.g. `frame:command.undo`. */
export type TextKey = {
  [Feature in keyof Wordings]: `${Feature}:${WordingPath<Wordings[Feature]>}`;
}[keyof Wordings];
