import { expect, test } from 'vitest';
import {
  checkDraft,
  type ObservationDraft,
} from '../../../renderer/features/evidence/observation-draft.ts';
import type { NodeCode, SourceId, UnitCode } from '../../../shared/model/ids.ts';

const draft: ObservationDraft = {
  value: ' 1,275.5 ',
  unitOfMeasure: '万人',
  asOf: ' 2025-06 ',
  fit: 'proxy',
  confidence: 'low',
  model: ' ',
  note: '',
  source: { kind: 'none' },
  adopt: true,
};
const check = (part: Partial<ObservationDraft>) =>
  checkDraft({ ...draft, ...part }, 'alibaba' as UnitCode, 'I04' as NodeCode, {
    type: 'count',
    unitOfMeasure: '万人',
    goalposts: null,
  });

test('keeps what was entered, without the blanks around it', () => {
  expect(check({})).toEqual({
    ok: true,
    observation: {
      unit: 'alibaba',
      indicator: 'I04',
      value: 1275.5,
      unitOfMeasure: '万人',
      asOf: '2025-06',
      fit: 'proxy',
      confidence: 'low',
      model: null,
      note: '',
      source: null,
      adopt: true,
    },
  });
});

test('asks for a value that the indicator can take', () => {
  expect(check({ value: '' })).toMatchObject({ ok: false, problems: { value: 'missing' } });
  expect(check({ value: '约1万' })).toMatchObject({
    problems: { value: { reason: 'not-a-number' } },
  });
  expect(check({ value: '-1' })).toMatchObject({
    problems: { value: { reason: 'negative-count' } },
  });
});

test('asks for a source that can be found again', () => {
  const id = 'src-1' as SourceId;
  expect(check({ source: { kind: 'existing', id: null } })).toMatchObject({
    problems: { source: true },
  });
  expect(check({ source: { kind: 'existing', id } })).toMatchObject({
    observation: { source: { existing: id } },
  });
  const named = { kind: 'new', title: ' 年报 ', url: '', published: '' } as const;
  expect(check({ source: { ...named, title: ' ' } })).toMatchObject({ problems: { title: true } });
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'example.com']) {
    expect(check({ source: { ...named, url } })).toMatchObject({ problems: { url: true } });
  }
  expect(check({ source: named })).toMatchObject({
    observation: { source: { title: '年报', url: null, published: '' } },
  });
});
