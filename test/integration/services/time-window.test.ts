import { expect, test } from 'vitest';
import { CELL_STATE } from '../../../shared/model/cell-state.ts';
import { BASELINE } from '../../../shared/model/ids.ts';
import { judgePeriod, parsePeriod, timeWindow } from '../../../shared/model/time-window.ts';
import { node, observationId, smallContent, unit } from '../../support/small-content.ts';
import { startTestServices } from '../../support/test-services.ts';

const DATES = [
  '2023',
  '2024',
  '2025',
  '2026',
  '2014-2023',
  '2024-2025',
  '',
  'someday',
  '2024-06',
  '2024-07',
  '2024-12',
  '2025-05',
  '2025-06',
  '2025-07',
  '2024-12-31',
  '2025-06-30',
  '2024-06-30',
  '2024-07-01',
  '2025-07-01',
  '2024-H1',
  '2024-H2',
  '2025-H1',
  '2025-H2',
  '2024-Q4',
  '2025-Q2',
  '2025-Q3',
  '2024-04至2025-03',
  '2025-05至2025-07',
  '2025-06(发文)',
];

const STATE_OF = {
  fits: 0,
  outside: CELL_STATE.outOfTimeWindow,
  unknown: CELL_STATE.timeUnknown,
} as const;

test.each(['2024', '2025-06', '2025-Q2', '2025-06-30', 'latest'])(
  'the grid judges every date by the rule %s as the rule itself does',
  async (rule) => {
    const content = smallContent();
    const [template] = content.observations;
    const users = content.framework.nodes.find(({ code }) => code === 'users')?.indicator;
    if (template === undefined || !users) throw new Error('the small workbook has changed');
    users.timeRule = rule;
    content.units = DATES.map((_, index) => ({
      code: unit(`u${index}`),
      name: { zh: '', en: '' },
      attributes: {},
    }));
    content.observations = DATES.map((asOf, index) => ({
      ...template,
      id: observationId(`o${index}`),
      unit: unit(`u${index}`),
      asOf,
    }));
    content.adoptions = DATES.map((_, index) => ({
      unit: unit(`u${index}`),
      indicator: node('users'),
      observation: observationId(`o${index}`),
    }));

    const services = await startTestServices(content);
    try {
      const { states, indicators } = await services.call('cells.grid', { scenario: BASELINE });
      const column = indicators.indexOf(node('users'));
      const found = DATES.map((asOf, row) => [asOf, states[row * indicators.length + column]]);
      const expected = DATES.map((asOf) => {
        const fit = judgePeriod(parsePeriod(asOf), timeWindow(rule));
        return [asOf, CELL_STATE.present | STATE_OF[fit]];
      });
      expect(found).toEqual(expected);
    } finally {
      await services.close();
    }
  },
);
