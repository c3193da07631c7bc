import type { IndicatorDefinition } from '../../shared/model/framework.ts';
import {
  BASELINE,
  type NodeCode,
  type ObservationId,
  type SourceId,
  type UnitCode,
} from '../../shared/model/ids.ts';
import { DEFAULT_METHOD } from '../../shared/model/method.ts';
import type { Observation } from '../../shared/model/observation.ts';
import type { WorkbookContent } from '../../shared/model/workbook-content.ts';
import { PLAIN_INDICATOR } from './plain-indicator.ts';

export const node = (code: string) => code as NodeCode;
export const unit = (code: string) => code as UnitCode;
export const observationId = (id: string) => id as ObservationId;

const both = (text: string) => ({ zh: text, en: text });

function indicator(part: Partial<IndicatorDefinition> = {}): IndicatorDefinition {
  return { ...PLAIN_INDICATOR, unitOfMeasure: 'pcs', type: 'count', ...part };
}

function observation(
  id: string,
  of: string,
  indicatorCode: string,
  value: number,
  part: Partial<Observation> = {},
): Observation {
  return {
    id: observationId(id),
    unit: unit(of),
    indicator: node(indicatorCode),
    evidenceOnly: false,
    value,
    unitOfMeasure: 'pcs',
    asOf: '2024',
    fit: 'exact',
    confidence: 'high',
    rejectedReason: null,
    model: null,
    note: '',
    source: null,
    author: null,
    recordedAt: '2026-01-01T00:00:00.000Z',
    ...part,
  };
}

/**
 * Three units, two dimensions, four indicators of different types, 100 points; one of each kind of observation:
 *
 * - `a × users`: adopted 10 for 2024, contradicted by 12 for 2024-12 and not by 40 for 2025 or 9 in another unit of measure
 * - `b × users`: adopted 20, a proxy, of 2025, outside the rule 2024
 * - `c × users`: adopted 30 with no date
 * - `a × open`, `b × open`: yes and no; `c × open`: nothing but a rejected candidate
 * - `a × stars`: adopted 4; `b × stars`: a candidate that nobody adopted; `c × stars`: evidence only
 * - `growth`: empty for all
 */
export function smallContent(): WorkbookContent {
  return {
    title: both('Small'),
    author: 'Ada',
    framework: {
      id: 'small',
      name: both('Small framework'),
      source: null,
      assumptions: [],
      nodes: [
        { code: node('index'), parent: null, name: both('Index'), weight: 100, indicator: null },
        {
          code: node('reach'),
          parent: node('index'),
          name: both('Reach'),
          weight: 60,
          indicator: null,
        },
        {
          code: node('users'),
          parent: node('reach'),
          name: both('Users'),
          weight: 40,
          indicator: indicator({ timeRule: '2024', timeRuleBasis: 'stated' }),
        },
        {
          code: node('open'),
          parent: node('reach'),
          name: both('Open'),
          weight: 20,
          indicator: indicator({ type: 'boolean', goalposts: { lower: 0, upper: 1 } }),
        },
        {
          code: node('worth'),
          parent: node('index'),
          name: both('Worth'),
          weight: 40,
          indicator: null,
        },
        {
          code: node('stars'),
          parent: node('worth'),
          name: both('Stars'),
          weight: 30,
          indicator: indicator({ type: 'rating', goalposts: { lower: 0, upper: 5 } }),
        },
        {
          code: node('growth'),
          parent: node('worth'),
          name: both('Growth'),
          weight: 10,
          indicator: indicator({ type: 'percent', unitOfMeasure: '%' }),
        },
      ],
    },
    method: DEFAULT_METHOD,
    shipped: null,
    units: [
      { code: unit('a'), name: both('Unit A'), attributes: { group: 'x' } },
      { code: unit('b'), name: both('Unit B'), attributes: { group: 'x' } },
      { code: unit('c'), name: both('Unit C'), attributes: { group: 'y' } },
    ],
    sources: [
      {
        id: 'paper' as SourceId,
        title: 'A paper',
        url: 'https://example.org/paper',
        published: '2025',
      },
    ],
    series: [
      {
        indicator: node('stars'),
        measuredAs: both('Stars in one shop'),
        unitOfMeasure: 'shop stars',
        fit: 'proxy',
        reason: 'nothing better',
      },
    ],
    observations: [
      observation('a-users', 'a', 'users', 10, { source: 'paper' as SourceId }),
      observation('a-users-conflict', 'a', 'users', 12, { asOf: '2024-12', confidence: 'low' }),
      observation('a-users-later', 'a', 'users', 40, { asOf: '2025' }),
      observation('a-users-teams', 'a', 'users', 9, { unitOfMeasure: 'teams' }),
      observation('b-users', 'b', 'users', 20, { asOf: '2025', fit: 'proxy' }),
      observation('c-users', 'c', 'users', 30, { asOf: '' }),
      observation('a-open', 'a', 'open', 1),
      observation('b-open', 'b', 'open', 0),
      observation('c-open', 'c', 'open', 1, { rejectedReason: 'a rumour' }),
      observation('a-stars', 'a', 'stars', 4),
      observation('b-stars', 'b', 'stars', 3),
      observation('c-stars', 'c', 'stars', 77, { evidenceOnly: true }),
    ],
    adoptions: [
      ['a', 'users', 'a-users'],
      ['b', 'users', 'b-users'],
      ['c', 'users', 'c-users'],
      ['a', 'open', 'a-open'],
      ['b', 'open', 'b-open'],
      ['a', 'stars', 'a-stars'],
    ].map(([of = '', indicatorCode = '', id = '']) => ({
      unit: unit(of),
      indicator: node(indicatorCode),
      observation: observationId(id),
    })),
    scenarios: [{ id: BASELINE, parent: null, name: 'Baseline', description: '', overrides: [] }],
    weightSets: [],
  };
}
