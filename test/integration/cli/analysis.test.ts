import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCommandLine } from '../../support/command-line.ts';

const commandLine = createCommandLine();
const path = () => join(commandLine.folder, 'sample.hengmo');
const here = async (...args: string[]) => {
  const ran = await commandLine.runHere(...args);
  return { ...ran, answer: ran.code === 0 ? (JSON.parse(ran.stdout) as unknown) : null };
};

beforeAll(async () => {
  await commandLine.run('sample', 'sample.hengmo');
});

describe('explain', () => {
  it('puts the higher unit first, and its printed differences sum to the printed gap', async () => {
    const ran = await here('explain', path(), '--a', 'iflytek', '--b', 'alibaba', '--format=json');
    expect(ran.code).toBe(0);
    const answer = ran.answer as {
      higher: string;
      scoreOfHigher: number;
      scoreOfLower: number;
      differences: { printed: number }[];
      dimensions: { printed: number }[];
      sentence: { zh: string; en: string };
    };
    expect(answer.higher).toBe('alibaba');
    const gap =
      Math.round(Number(answer.scoreOfHigher.toFixed(1)) * 10) -
      Math.round(Number(answer.scoreOfLower.toFixed(1)) * 10);
    for (const list of [answer.differences, answer.dimensions]) {
      expect(list.reduce((sum, { printed }) => sum + Math.round(printed * 10), 0)).toBe(gap);
    }
    expect(answer.sentence.zh).toContain('阿里巴巴 54.0 高于 科大讯飞 50.4');
    expect(answer.sentence.en).toContain('Alibaba 54.0 is above iFLYTEK 50.4');
  });

  it('names a unit that is unknown or not ranked', async () => {
    const unknown = await here('explain', path(), '--a', 'nobody', '--b', 'alibaba');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('no unit "nobody" is scored');
    const unranked = await here('explain', path(), '--a', 'huawei', '--b', 'alibaba');
    expect(unranked.code).toBe(2);
    expect(unranked.stderr).toContain('"huawei" is not ranked');
  });
});

interface Interval {
  readonly node: string;
  readonly share: number;
  readonly fixed: string | null;
  readonly low: { readonly share: number };
  readonly high: { readonly share: number };
}

describe('stability', () => {
  it('answers for every node but the index; a weaker question has no narrower interval', async () => {
    const order = (await here('stability', path(), '--format=json')).answer as Interval[];
    const first = (await here('stability', path(), '--top=1', '--format=json'))
      .answer as Interval[];
    expect(order).toHaveLength(45);
    order.forEach((interval, at) => {
      expect(interval.low.share).toBeLessThanOrEqual(interval.share + 1e-12);
      expect(interval.high.share).toBeGreaterThanOrEqual(interval.share - 1e-12);
      expect(first[at]!.low.share).toBeLessThanOrEqual(interval.low.share + 1e-12);
      expect(first[at]!.high.share).toBeGreaterThanOrEqual(interval.high.share - 1e-12);
    });
  });

  it('holds locked nodes, and refuses what it does not know', async () => {
    const ran = await here('stability', path(), '--lock', 'ecosystem', '--format=json');
    const locked = (ran.answer as Interval[]).find(({ node }) => node === 'ecosystem');
    expect(locked?.fixed).toBe('locked');
    expect((await here('stability', path(), '--lock', 'nothing')).stderr).toContain('"nothing"');
    expect((await here('stability', path(), '--pair', 'alibaba')).stderr).toContain('two units');
  });
});

describe('diagnose', () => {
  it('describes every indicator, unit and group, with null where nothing is defined', async () => {
    const ran = await here('diagnose', path(), '--correlation=kendall', '--format=json');
    const answer = ran.answer as {
      indicators: { node: string; present: number; missing: number; median: number | null }[];
      units: { coverage: number }[];
      correlation: (number | null)[][];
      groups: { explained: number[] | null; refused: { reason: string } | null }[];
    };
    expect(answer.indicators).toHaveLength(25);
    for (const { present, missing, median } of answer.indicators) {
      expect(present + missing).toBe(14);
      expect(median === null).toBe(present === 0);
    }
    expect(answer.units).toHaveLength(14);
    answer.correlation.forEach((row, at) => {
      expect(row[at]).toBe(1);
      row.forEach((value, other) => expect(value).toBe(answer.correlation[other]![at]));
    });
    for (const { explained, refused } of answer.groups) {
      expect(explained === null).toBe(refused !== null);
    }
  });

  it('prints tables too', async () => {
    for (const command of ['diagnose', 'stability']) {
      const ran = await commandLine.runHere(command, path());
      expect(ran.code).toBe(0);
      expect(ran.stdout).toContain('I01');
    }
  });
});
