import type { Client } from '../../renderer/bridge/client.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { OpenPurpose, SavePurpose } from '../../shared/contract/file-purpose.ts';
import type { MethodInput, MethodName } from '../../shared/contract/methods.ts';
import {
  BASELINE,
  NodeCode,
  UnitCode,
  type FileToken,
  type JobId,
  type ObservationId,
  type Revision,
  type ScenarioId,
  type WeightSetId,
} from '../../shared/model/ids.ts';
import { NO_METHOD_CHOICES, type UncertaintySources } from '../../shared/model/uncertainty.ts';
import type { Transport } from './transports.ts';

/** What earlier calls of the series have left for later ones. */
export interface Memory {
  scenario: ScenarioId;
  observation: ObservationId;
}

export class Series {
  readonly client: Client;
  readonly transport: Transport;
  readonly events: AppEvent[] = [];
  readonly memory: Partial<Memory> = {};

  constructor(client: Client, transport: Transport) {
    this.client = client;
    this.transport = transport;
    client.onEvent((event) => this.events.push(event));
  }

  async revision(): Promise<Revision> {
    const { revision } = await this.client.call('workbook.info', {});
    return revision;
  }

  async saveToken(purpose: SavePurpose, suggestedName: string): Promise<FileToken> {
    const picked = await this.client.call('files.pickSave', { purpose, suggestedName });
    if (picked === null) throw new Error('nothing was picked');
    return picked.token;
  }

  async openToken(purpose: OpenPurpose, name: string, content: string): Promise<FileToken> {
    this.transport.choose({ name, content: new TextEncoder().encode(content) });
    const picked = await this.client.call('files.pickOpen', { purpose });
    if (picked === null) throw new Error('nothing was picked');
    return picked.token;
  }

  /** Its last event. */
  async finished(job: JobId): Promise<AppEvent> {
    for (;;) {
      const end = this.events.find((event) => event.type === 'job.finished' && event.job === job);
      if (end !== undefined) return end;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

function remembered<Key extends keyof Memory>(series: Series, key: Key): Memory[Key] {
  const value = series.memory[key];
  if (value === undefined) throw new Error(`no ${key} yet`);
  return value as Memory[Key];
}

const unit = UnitCode.parse('iflytek');
const indicator = NodeCode.parse('I02');

const FRAMEWORK = `iCode,iName,Level,Parent,Weight,Direction,Type
index,Index,3,,1,1,Aggregate
group,Group,2,index,1,1,Aggregate
a,A,1,group,1,1,Indicator
b,B,1,group,1,-1,Indicator
`;
const DATA = 'uCode,uName,a,b\nx,X,1,2\ny,Y,3,NA\n';

const briefRequest: MethodInput<'brief.preview'> = {
  scenario: BASELINE,
  language: 'en',
  sections: ['findings', 'ranking'],
};

const sources: UncertaintySources = {
  weights: { rule: 'noise', factor: 0.25 },
  locked: [],
  values: { byConfidence: { high: 0.02, medium: 0.05, low: 0.2 }, cells: [] },
  gaps: false,
  methods: NO_METHOD_CHOICES,
};
const ALL_WEIGHTS = { parent: null, spread: 0.25, locked: [] };
const uncertainty = { draws: 300, seed: 1, sources };
const sensitivity = { samples: 16, seed: 1, sources };

/** The dimension with the most children keeps its sum while two of them change. */
async function changedSiblings(series: Series) {
  const { nodes } = await series.client.call('framework.get', {});
  const [parent] = nodes
    .filter((node) => nodes.some((child) => child.parent === node.code))
    .slice(1);
  const children = nodes.filter((node) => node.parent === parent?.code);
  if (parent === undefined || children.length < 2) throw new Error('no siblings');
  return [
    {
      parent: parent.code,
      weights: children.map(({ code, weight }, index) => ({
        node: code,
        weight: index === 0 ? weight + 0.5 : index === 1 ? weight - 0.5 : weight,
      })),
    },
  ];
}

async function firstWeightSet(series: Series): Promise<WeightSetId> {
  const [set] = await series.client.call('weightSets.list', {});
  if (set === undefined) throw new Error('no weight set yet');
  return set.id;
}

type GoodCalls = {
  readonly [Name in MethodName]: (series: Series) => MethodInput<Name> | Promise<MethodInput<Name>>;
};

/**
 * One good input for every method of the contract, in an order in which each finds what it needs. A method that is missing
 * here does not compile.
 */
export const goodCalls: GoodCalls = {
  'workbook.info': () => ({}),
  'workbook.recent': () => ({}),
  'framework.get': () => ({}),
  'units.list': () => ({}),
  'series.list': () => ({}),
  'sources.list': () => ({}),
  'settings.get': () => ({}),
  'settings.set': () => ({ theme: 'dark', density: 'compact' }),
  'layout.get': () => ({}),
  'layout.set': () => ({ layout: '{"panels":[]}' }),
  'scenarios.list': () => ({}),
  'scenarios.resolved': () => ({ scenario: BASELINE }),
  'cells.grid': () => ({ scenario: BASELINE }),
  'cells.evidence': () => ({ scenario: BASELINE, unit, indicator }),
  'scores.get': () => ({ scenario: BASELINE }),
  'scores.preview': async (series) => ({
    scenario: BASELINE,
    siblings: await changedSiblings(series),
  }),
  'method.preview': () => ({ scenario: BASELINE, part: { missing: 'median' } }),
  'diagnose.get': () => ({ scenario: BASELINE, correlation: 'spearman' }),
  'explain.pair': () => ({ scenario: BASELINE, units: [UnitCode.parse('alibaba'), unit] }),
  'scores.matrix': () => ({ scenarios: [BASELINE] }),
  'scenarios.paired': () => ({ first: BASELINE, second: BASELINE, request: uncertainty }),
  'scenarios.pairedResult': async (series) => {
    const { job } = await series.client.call('scenarios.paired', {
      first: BASELINE,
      second: BASELINE,
      request: uncertainty,
    });
    await series.finished(job);
    return { job };
  },
  'scenarios.pairedLatest': () => ({ first: BASELINE, second: BASELINE }),
  'stability.get': () => ({
    scenario: BASELINE,
    question: { kind: 'order' },
    locked: [],
    remembered: [],
  }),
  'weights.influence': () => ({ scenario: BASELINE }),
  'weights.propose': () => ({
    scenario: BASELINE,
    parent: NodeCode.parse('index'),
    asked: { method: 'rank-order-centroid', ranks: [1, 2, 3, 4, 5] },
  }),
  'flips.least': () => ({
    scenario: BASELINE,
    region: ALL_WEIGHTS,
    units: [UnitCode.parse('alibaba'), unit],
    norm: 'l1',
  }),
  'goal.seek': () => ({ scenario: BASELINE, unit, rank: 1, moves: null }),
  'goal.result': async (series) => {
    const { job } = await series.client.call('goal.seek', {
      scenario: BASELINE,
      unit,
      rank: 1,
      moves: [{ indicator: NodeCode.parse('I01'), low: null, high: null }],
    });
    await series.finished(job);
    return { job };
  },
  'research.next': () => ({ scenario: BASELINE }),
  'uncertainty.run': () => ({ scenario: BASELINE, request: uncertainty }),
  'uncertainty.result': async (series) => {
    const { job } = await series.client.call('uncertainty.run', {
      scenario: BASELINE,
      request: uncertainty,
    });
    await series.finished(job);
    return { job };
  },
  'uncertainty.latest': () => ({ scenario: BASELINE }),
  'uncertainty.draw': () => ({ scenario: BASELINE, request: uncertainty, draw: 299 }),
  'sensitivity.run': () => ({ scenario: BASELINE, request: sensitivity }),
  'sensitivity.result': async (series) => {
    const { job } = await series.client.call('sensitivity.run', {
      scenario: BASELINE,
      request: sensitivity,
    });
    await series.finished(job);
    return { job };
  },
  'sensitivity.latest': () => ({ scenario: BASELINE }),
  'removeOne.run': () => ({ scenario: BASELINE, request: {} }),
  'removeOne.result': async (series) => {
    const { job } = await series.client.call('removeOne.run', { scenario: BASELINE, request: {} });
    await series.finished(job);
    return { job };
  },
  'removeOne.latest': () => ({ scenario: BASELINE }),
  'tornado.run': () => ({ scenario: BASELINE, request: { factor: 0.25 } }),
  'tornado.result': async (series) => {
    const { job } = await series.client.call('tornado.run', {
      scenario: BASELINE,
      request: { factor: 0.25 },
    });
    await series.finished(job);
    return { job };
  },
  'tornado.latest': () => ({ scenario: BASELINE }),
  'multiverse.run': () => ({
    scenario: BASELINE,
    request: { choices: { ...NO_METHOD_CHOICES, missing: ['available', 'median'] } },
  }),
  'multiverse.result': async (series) => {
    const { job } = await series.client.call('multiverse.run', {
      scenario: BASELINE,
      request: { choices: { ...NO_METHOD_CHOICES, missing: ['available', 'median'] } },
    });
    await series.finished(job);
    return { job };
  },
  'multiverse.latest': () => ({ scenario: BASELINE }),
  'attainableRanks.run': () => ({ scenario: BASELINE, request: { region: ALL_WEIGHTS } }),
  'attainableRanks.result': async (series) => {
    const { job } = await series.client.call('attainableRanks.run', {
      scenario: BASELINE,
      request: { region: ALL_WEIGHTS },
    });
    await series.finished(job);
    return { job };
  },
  'attainableRanks.latest': () => ({ scenario: BASELINE }),
  'workbook.setAuthor': async (series) => ({
    author: '分析师',
    baseRevision: await series.revision(),
  }),
  'cells.edit': async (series) => ({
    scenario: BASELINE,
    edits: [{ unit, indicator, value: 12.5 }],
    note: '核对过原文',
    baseRevision: await series.revision(),
  }),
  'observations.add': async (series) => ({
    observation: {
      unit,
      indicator,
      value: 13,
      unitOfMeasure: '亿元',
      asOf: '2025-06',
      fit: 'proxy',
      confidence: 'medium',
      model: null,
      note: '',
      source: { title: '年报', url: 'https://example.org/report', published: '2025-07' },
      adopt: false,
    },
    baseRevision: await series.revision(),
  }),
  'observations.adopt': async (series) => ({
    id: remembered(series, 'observation'),
    baseRevision: await series.revision(),
  }),
  'observations.reject': async (series) => ({
    id: remembered(series, 'observation'),
    reason: '口径不同',
    baseRevision: await series.revision(),
  }),
  'observations.restore': async (series) => ({
    id: remembered(series, 'observation'),
    baseRevision: await series.revision(),
  }),
  'scenarios.create': async (series) => ({
    parent: BASELINE,
    name: '重技术',
    description: '技术研发加倍',
    overrides: [],
    baseRevision: await series.revision(),
  }),
  'scenarios.setWeights': async (series) => ({
    scenario: remembered(series, 'scenario'),
    siblings: await changedSiblings(series),
    baseRevision: await series.revision(),
  }),
  'scenarios.setMethod': async (series) => ({
    scenario: remembered(series, 'scenario'),
    part: { missing: 'zero' },
    baseRevision: await series.revision(),
  }),
  'scenarios.setInclusion': async (series) => ({
    scenario: remembered(series, 'scenario'),
    units: [{ unit, included: false }],
    nodes: [{ node: indicator, included: false }],
    baseRevision: await series.revision(),
  }),
  'scenarios.update': async (series) => ({
    scenario: remembered(series, 'scenario'),
    name: '重技术（二）',
    description: '',
    baseRevision: await series.revision(),
  }),
  'scenarios.reset': async (series) => ({
    scenario: remembered(series, 'scenario'),
    overrideKeys: ['method'],
    baseRevision: await series.revision(),
  }),
  'scenarios.duplicate': async (series) => ({
    scenario: remembered(series, 'scenario'),
    name: '重技术（三）',
    baseRevision: await series.revision(),
  }),
  'scenarios.promotion': (series) => ({ scenario: remembered(series, 'scenario') }),
  'scenarios.promote': async (series) => ({
    scenario: remembered(series, 'scenario'),
    keepFormerAs: '原基准',
    baseRevision: await series.revision(),
  }),
  'scenarios.delete': async (series) => {
    const scenarios = await series.client.call('scenarios.list', {});
    const copy = scenarios.find(({ name }) => name === '重技术（三）');
    if (copy === undefined) throw new Error('the copy is missing');
    return { scenario: copy.id, baseRevision: await series.revision() };
  },
  'weightSets.save': async (series) => ({
    scenario: BASELINE,
    name: '专家意见',
    baseRevision: await series.revision(),
  }),
  'weightSets.list': () => ({}),
  'weightSets.rename': async (series) => ({
    set: await firstWeightSet(series),
    name: '专家意见（二）',
    baseRevision: await series.revision(),
  }),
  'weightSets.delete': async (series) => ({
    set: await firstWeightSet(series),
    baseRevision: await series.revision(),
  }),
  'history.list': () => ({ limit: 100, before: null }),
  'history.undo': async (series) => ({ baseRevision: await series.revision() }),
  'history.redo': async (series) => ({ baseRevision: await series.revision() }),
  'links.open': () => ({ url: 'https://example.org/a' }),
  'files.pickOpen': (series) => {
    series.transport.choose({ name: 'data.csv', content: new TextEncoder().encode(DATA) });
    return { purpose: 'import-data' };
  },
  'files.pickSave': () => ({ purpose: 'save-csv', suggestedName: 'table.csv' }),
  'export.run': async (series) => ({
    format: 'json',
    token: await series.saveToken('save-json', 'everything.json'),
  }),
  'pictures.write': async (series) => ({
    token: await series.saveToken('save-svg', 'chart.svg'),
    format: 'svg',
    content: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
  }),
  'files.reveal': async (series) => {
    const token = await series.saveToken('save-json', 'revealed.json');
    await series.client.call('export.run', { format: 'json', token });
    return { token };
  },
  'import.preview': async (series) => ({
    framework: await series.openToken('import-framework', 'framework.csv', FRAMEWORK),
    data: await series.openToken('import-data', 'data.csv', DATA),
    language: 'zh',
  }),
  'brief.preview': () => briefRequest,
  'brief.pages': async (series) => {
    const { job } = await series.client.call('brief.preview', briefRequest);
    await series.finished(job);
    return { job };
  },
  'brief.export': async (series) => ({
    request: briefRequest,
    token: await series.saveToken('save-pdf', 'brief.pdf'),
  }),
  'job.cancel': async (series) => series.client.call('brief.preview', briefRequest),
  'job.state': async (series) => {
    const { job } = await series.client.call('brief.preview', briefRequest);
    await series.finished(job);
    return { job };
  },
  'workbook.saveCopy': async (series) => ({
    token: await series.saveToken('save-workbook', 'copy.hengmo'),
  }),
  'workbook.backups': () => ({}),
  'workbook.restoreBackup': async (series) => {
    const [newest] = await series.client.call('workbook.backups', {});
    if (newest === undefined) throw new Error('there is no backup yet');
    return {
      backup: newest.token,
      target: await series.saveToken('create-workbook', 'restored.hengmo'),
    };
  },
  'workbook.open': async (series) => {
    const [recent] = await series.client.call('workbook.recent', {});
    if (recent === undefined) throw new Error('nothing was opened yet');
    return { token: recent.token };
  },
  'workbook.createSample': async (series) => ({
    token: await series.saveToken('create-workbook', 'sample.hengmo'),
    language: 'en',
  }),
  'import.commit': async (series) => ({
    framework: await series.openToken('import-framework', 'framework.csv', FRAMEWORK),
    data: await series.openToken('import-data', 'data.csv', DATA),
    target: await series.saveToken('create-workbook', 'imported.hengmo'),
    language: 'zh',
  }),
};
