import { expect, test } from 'vitest';
import { indexFramework } from '../../../shared/model/framework-index.ts';
import type { ScenarioId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/language.ts';
import { viewResult } from '../../../shared/model/result-view.ts';
import type { WorkbookContent } from '../../../shared/model/workbook-content.ts';
import { keyFindings } from '../../../shared/text/key-findings.ts';
import { createNames } from '../../../shared/text/names.ts';
import { node, smallContent, unit } from '../../support/small-content.ts';
import { scoreContent } from '../../support/score-content.ts';

const evidence = {
  units: 3,
  indicators: 4,
  cells: 12,
  present: 6,
  proxy: 1,
  conflict: 1,
  overridden: 0,
  outOfTimeWindow: 1,
  timeUnknown: 1,
};

function findings(language: Language, content: WorkbookContent, scenario?: ScenarioId): string[] {
  return keyFindings({
    index: indexFramework(content.framework),
    view: viewResult(scoreContent(content, scenario)),
    evidence,
    minCoverage: content.method.minCoverage,
    baseline: scenario === undefined ? null : viewResult(scoreContent(content)),
    names: createNames(language, content.framework.nodes, content.units),
  });
}

test('says what is known, who leads, what cannot be told apart, and what the evidence is', () => {
  const content = smallContent();
  const [known, ranked, leader, why] = findings('zh', content);
  expect(known).toBe('3 个评价对象、4 项指标，共 12 格，其中 6 格有采用值（50%）。');
  expect(ranked).toBe('3 个对象全部参与排名。');
  const result = scoreContent(content);
  const first = result.rank.indexOf(1);
  expect(leader).toContain(
    `${['Unit A', 'Unit B', 'Unit C'][first]}以 ${result.score[first]?.toFixed(1)} 列第 1`,
  );
  expect(why).toContain('高于');
  expect(findings('zh', content)).toContain('1 项指标没有可用的数值，占权重的 10%。');
});

test('nobody ranked is a finding, not an error', () => {
  const content = smallContent();
  const strict = { ...content, method: { ...content.method, minCoverage: 1 } };
  expect(findings('en', strict)[1]).toBe(
    'No unit reaches a coverage of 100%, so there is no ranking.',
  );
  expect(findings('en', strict).join(' ')).not.toMatch(/NaN|undefined|is first/);
});

test('nobody is ranked where nothing is known, or nothing tells the units apart', () => {
  const content = smallContent();
  const second = (observations: WorkbookContent['observations'], units = content.units) =>
    (['zh', 'en'] as const).map(
      (language) => findings(language, { ...content, observations, units })[1],
    );
  expect(second([])).toEqual([
    '没有任何采用值，因此不作排名。',
    'No value is adopted, so there is no ranking.',
  ]);
  const alike = content.observations
    .filter(({ indicator }) => indicator === 'users')
    .map((each) => ({ ...each, value: 1 }));
  expect(second(alike)).toEqual([
    '有值的各项指标上，所有对象都相同，无从比较，因此不作排名。',
    'On every indicator with values all units are alike, so there is nothing to compare and no ranking.',
  ]);
  expect(second(alike, content.units.slice(0, 1))[0]).toBe(
    '只有一个对象，无从比较，因此不作排名。',
  );
});

test('a scenario is compared with the baseline', () => {
  const content = smallContent();
  const id = 's' as ScenarioId;
  const scenario = (overrides: WorkbookContent['scenarios'][number]['overrides']) => ({
    ...content,
    scenarios: [
      ...content.scenarios,
      { id, parent: content.scenarios[0]?.id ?? null, name: 'S', description: '', overrides },
    ],
  });
  expect(findings('zh', scenario([]), id).at(-1)).toBe('名次与基准情景相同。');
  const changed = scenario([
    { kind: 'value', unit: unit('a'), indicator: node('users'), value: 1000, note: '' },
  ]);
  expect(findings('en', changed, id).at(-1)).toMatch(
    /^Compared with the baseline scenario: Unit A rises from rank \d to \d/,
  );
});

test('one unit alone has sentences without holes', () => {
  const content = smallContent();
  const alone = {
    ...content,
    units: content.units.slice(0, 1),
    adoptions: content.adoptions.filter(({ unit: of }) => of === unit('a')),
  };
  for (const language of ['zh', 'en'] as const) {
    expect(findings(language, alone).join(' ')).not.toMatch(/NaN|undefined|Infinity/);
  }
  expect(findings('en', alone)[1]).toBe('The one unit is ranked.');
});
