import type { z } from 'zod';
import type {
  Candidate,
  CellChange,
  CellEdit,
  CellEvidence,
  NewObservation,
} from '../../shared/contract/evidence-operations.ts';
import { AppError } from '../../shared/contract/errors.ts';
import {
  BASELINE,
  ObservationId,
  SourceId,
  type NodeCode,
  type Revision,
  type ScenarioId,
  type UnitCode,
} from '../../shared/model/ids.ts';
import type { Observation } from '../../shared/model/observation.ts';
import type { Override } from '../../shared/model/scenario.ts';
import type { Source } from '../../shared/model/source.ts';
import type { RowWriter } from '../oplog/row-writer.ts';
import type { OpenWorkbook } from '../store/open.ts';
import { readCellChanges } from '../store/repositories/cell-changes.ts';
import {
  findObservation,
  insertObservation,
  nextObservationNumber,
  observationRow,
  readObservationsOfCell,
  setAdopted,
  setRejected,
  type CellKey,
  type StoredObservation,
} from '../store/repositories/observations.ts';
import { addSource, findSourceNumber, readSources } from '../store/repositories/sources.ts';
import { readWorkbookRow } from '../store/repositories/workbook-row.ts';
import { cachedUntil } from './cached.ts';
import { cellGrid } from './cell-grid.ts';
import { recordValues, releaseCell } from './record-values.ts';
import { orderCandidates } from './candidate-order.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { checkValue, inheritedFrom, withOverrides } from './override-rules.ts';
import { cellKeyOf, resolvedOf, scenarioOf, unitNumberOf } from './workbook-model.ts';
import { overridesOf, writeOverrides } from './write-overrides.ts';

type EvidenceHandlers = Pick<
  Handlers,
  | 'cells.grid'
  | 'cells.evidence'
  | 'cells.edit'
  | 'sources.list'
  | 'observations.add'
  | 'observations.adopt'
  | 'observations.reject'
  | 'observations.restore'
>;

type Edit = z.infer<typeof CellEdit>;

/** Cells and the evidence behind them. */
export function createEvidenceService({
  session,
  clock,
  ids,
}: Pick<ServiceContext, 'session' | 'clock' | 'ids'>): EvidenceHandlers {
  const now = () => clock().toISOString();

  function changeStanding(
    kind: string,
    { observation }: StoredObservation,
    baseRevision: Revision,
    write: (writer: RowWriter) => void,
  ): { revision: Revision } {
    const { id, unit, indicator } = observation;
    const { revision } = session.current().commit(
      {
        kind,
        parameters: { observation: id, unit, indicator, value: observation.value },
        touched: ['cells', 'observations'],
        baseRevision,
      },
      write,
    );
    return { revision };
  }

  return {
    'cells.grid': ({ scenario }) => cellGrid(session.current(), scenario),

    'cells.evidence': ({ scenario, unit, indicator }) =>
      cellEvidence(session.current(), scenario, unit, indicator),

    'cells.edit': ({ scenario, edits, note, baseRevision }) => {
      const workbook = session.current();
      const stored = scenarioOf(workbook, scenario);
      for (const { unit, indicator, value } of edits) {
        unitNumberOf(workbook, unit);
        checkValue(workbook, unit, indicator, value);
      }
      const act = {
        kind: 'cells.edit',
        parameters: editParameters(stored.scenario, edits),
        baseRevision,
      };
      if (scenario === BASELINE) {
        const { revision } = workbook.commit(
          { ...act, touched: ['cells', 'observations'] },
          (writer) => recordValues(workbook, writer, edits, { note, recordedAt: now(), ids }),
        );
        return { revision };
      }
      const changes = edits.map((edit): Override => ({ kind: 'value', ...edit, note }));
      const next = withOverrides(
        overridesOf(stored.scenario),
        changes,
        inheritedFrom(workbook, stored.scenario.parent),
      );
      const { revision } = workbook.commit({ ...act, touched: ['cells', 'scenarios'] }, (writer) =>
        writeOverrides(workbook, writer, stored, next),
      );
      return { revision };
    },

    'sources.list': () => sourcesOf(session.current()),

    'observations.add': ({ observation: given, baseRevision }) => {
      const workbook = session.current();
      const cell = cellKeyOf(workbook, given.unit, given.indicator);
      if (given.adopt) checkValue(workbook, given.unit, given.indicator, given.value);
      checkSource(workbook, given.source);
      const id = ObservationId.parse(ids());
      const { revision } = workbook.commit(
        {
          kind: 'observations.add',
          parameters: {
            observation: id,
            unit: given.unit,
            indicator: given.indicator,
            value: given.value,
          },
          touched: ['cells', 'observations'],
          baseRevision,
        },
        (writer) => {
          const source = placeSource(workbook, writer, given.source, ids);
          if (given.adopt) releaseCell(workbook, writer, cell);
          const { unit, indicator, value, unitOfMeasure, asOf, fit, confidence, model } = given;
          insertObservation(
            writer,
            observationRow(
              {
                id,
                unit,
                indicator,
                value,
                unitOfMeasure,
                asOf,
                fit,
                confidence,
                model,
                note: given.note,
                evidenceOnly: false,
                rejectedReason: null,
                source: source?.id ?? null,
                author: readWorkbookRow(workbook.reader).author,
                recordedAt: now(),
              },
              {
                ...cell,
                number: nextObservationNumber(workbook.reader),
                source: source?.number ?? null,
                adopted: given.adopt,
              },
            ),
          );
        },
      );
      return { revision, id };
    },

    'observations.adopt': ({ id, baseRevision }) => {
      const workbook = session.current();
      const stored = observationOf(workbook, id);
      const { unit, indicator, value } = stored.observation;
      checkAdoptable(stored.observation);
      checkValue(workbook, unit, indicator, value);
      return changeStanding('observations.adopt', stored, baseRevision, (writer) => {
        if (stored.adopted) return;
        releaseCell(workbook, writer, cellKeyOf(workbook, unit, indicator));
        setAdopted(writer, stored.number, true);
      });
    },

    'observations.reject': ({ id, reason, baseRevision }) => {
      const stored = observationOf(session.current(), id);
      return changeStanding('observations.reject', stored, baseRevision, (writer) => {
        if (stored.adopted) setAdopted(writer, stored.number, false);
        setRejected(writer, stored.number, reason);
      });
    },

    'observations.restore': ({ id, baseRevision }) => {
      const stored = observationOf(session.current(), id);
      return changeStanding('observations.restore', stored, baseRevision, (writer) =>
        setRejected(writer, stored.number, null),
      );
    },
  };
}

const sourcesOf = cachedUntil(['observations'], ({ reader }) => readSources(reader));

function cellEvidence(
  workbook: OpenWorkbook,
  scenario: ScenarioId,
  unit: UnitCode,
  indicator: NodeCode,
): z.infer<typeof CellEvidence> {
  const cell = cellKeyOf(workbook, unit, indicator);
  const sources = new Map(sourcesOf(workbook).map((source) => [source.id, source]));
  const override = resolvedOf(workbook, scenario).values.find(
    (value) => value.unit === unit && value.indicator === indicator,
  );
  const candidates = orderCandidates(readObservationsOfCell(workbook.reader, cell)).map(
    ({ observation, adopted }): z.infer<typeof Candidate> => ({
      observation,
      source: observation.source === null ? null : (sources.get(observation.source) ?? null),
      adopted,
    }),
  );
  return {
    unit,
    indicator,
    candidates,
    override:
      override === undefined
        ? null
        : { scenario: override.scenario, value: override.value, note: override.note },
    changes: changesOfCell(workbook, cell, scenario),
  };
}

/** Of the scenario and of those that it stands on, whose values it inherits; newest first. */
function changesOfCell(
  workbook: OpenWorkbook,
  cell: CellKey,
  scenario: ScenarioId,
): z.infer<typeof CellChange>[] {
  const chain = new Set<ScenarioId>();
  for (let at: ScenarioId | null = scenario; at !== null;) {
    chain.add(at);
    at = scenarioOf(workbook, at).scenario.parent;
  }
  return readCellChanges(workbook.reader, cell).filter((change) => chain.has(change.scenario));
}

/** What the history says about an edit: the cell if it is one, else how many. */
function editParameters(
  scenario: { readonly id: ScenarioId; readonly name: string },
  edits: readonly Edit[],
): Record<string, string | number> {
  const [first, second] = edits;
  const place = { scenario: scenario.id, name: scenario.name, cells: edits.length };
  if (first === undefined || second !== undefined) return place;
  const { unit, indicator, value } = first;
  return { ...place, unit, indicator, ...(value === null ? {} : { value }) };
}

function observationOf(workbook: OpenWorkbook, id: ObservationId): StoredObservation {
  const found = findObservation(workbook.reader, id);
  if (found === null) {
    throw new AppError('E_NOT_FOUND', `there is no observation "${id}"`, {
      reason: 'unknown-observation',
      found: id,
    });
  }
  return found;
}

function checkAdoptable({ id, evidenceOnly, rejectedReason }: Observation): void {
  if (rejectedReason !== null) {
    throw new AppError('E_PRECONDITION', `observation "${id}" was rejected; restore it first`, {
      reason: 'observation-rejected',
    });
  }
  if (evidenceOnly) {
    throw new AppError('E_PRECONDITION', `observation "${id}" is kept as evidence only`, {
      reason: 'observation-evidence-only',
    });
  }
}

type GivenSource = z.infer<typeof NewObservation>['source'];

/** An existing source must be there, and a new link one that can be opened. */
function checkSource(workbook: OpenWorkbook, given: GivenSource): void {
  if (given === null) return;
  if ('existing' in given) {
    if (findSourceNumber(workbook.reader, given.existing) !== null) return;
    throw new AppError('E_NOT_FOUND', `there is no source "${given.existing}"`, {
      reason: 'unknown-source',
      found: given.existing,
    });
  }
  const protocol = given.url === null ? 'https:' : URL.parse(given.url)?.protocol;
  if (protocol === 'https:' || protocol === 'http:') return;
  throw new AppError('E_INPUT', 'expected a link that begins with https:// or http://', {
    reason: 'source-link',
    expected: 'https, http',
    found: protocol ?? '',
  });
}

function placeSource(
  workbook: OpenWorkbook,
  writer: RowWriter,
  given: GivenSource,
  ids: () => string,
): { readonly id: SourceId; readonly number: number | null } | null {
  if (given === null) return null;
  if ('existing' in given) {
    return { id: given.existing, number: findSourceNumber(workbook.reader, given.existing) };
  }
  const source: Source = { id: SourceId.parse(ids()), ...given };
  return { id: source.id, number: addSource(workbook.reader, writer, source) };
}
