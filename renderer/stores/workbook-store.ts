import { create } from 'zustand';
import { AppError } from '../../shared/contract/errors.ts';
import type { Touched } from '../../shared/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import type { WorkbookInfo } from '../../shared/contract/workbook-operations.ts';
import type { Framework } from '../../shared/model/framework.ts';
import type { Revision, UnitCode } from '../../shared/model/ids.ts';
import type { Series } from '../../shared/model/observation.ts';
import type { Unit } from '../../shared/model/unit.ts';
import { type FrameworkIndex, indexFramework } from '../../shared/model/framework-index.ts';
import { callHost } from './host-connection.ts';

interface WorkbookState {
  /** Counts the workbooks that took the place of another: what a panel holds of one means nothing in the next. */
  opening: number;
  /** none: no workbook is open. */
  status: 'loading' | 'none' | 'ready' | 'failed';
  error: unknown;
  info: WorkbookInfo | null;
  /** Latest revision known; commands are based on it. */
  revision: Revision;
  framework: Framework | null;
  index: FrameworkIndex | null;
  units: readonly Unit[];
  unitByCode: ReadonlyMap<UnitCode, Unit>;
  series: readonly Series[];
  /** Commands on their way; the status bar says whether everything is saved. */
  commandsUnderWay: number;
}

const empty: Omit<WorkbookState, 'opening'> = {
  status: 'loading',
  error: null,
  info: null,
  revision: 0 as Revision,
  framework: null,
  index: null,
  units: [],
  unitByCode: new Map(),
  series: [],
  commandsUnderWay: 0,
};

/** The open workbook: what it is, its framework, units and series. */
export const useWorkbook = create<WorkbookState>(() => ({ ...empty, opening: 0 }));

/** Another workbook has taken the place of the one that is shown. */
export function noteSwitch(): void {
  useWorkbook.setState(({ opening }) => ({ opening: opening + 1 }));
}

/** Reads which workbook is open and what it holds, after the start and when another one was opened. */
export async function loadWorkbook(): Promise<void> {
  try {
    const [info, framework, units, series] = await Promise.all([
      callHost('workbook.info', {}),
      callHost('framework.get', {}),
      callHost('units.list', {}),
      callHost('series.list', {}),
    ]);
    useWorkbook.setState({
      status: 'ready',
      error: null,
      info,
      revision: info.revision,
      ...withFramework(framework),
      ...withUnits(units),
      series,
    });
  } catch (error) {
    showFailure(error);
  }
}

function showFailure(error: unknown): void {
  const none = error instanceof AppError && error.details.reason === 'no-workbook';
  useWorkbook.setState({
    ...empty,
    status: none ? 'none' : 'failed',
    error: none ? null : error,
  });
}

/** Reads again what an act has touched. */
export async function refreshWorkbook(touched: readonly Touched[]): Promise<void> {
  const [info, framework, units, series] = await Promise.all([
    callHost('workbook.info', {}),
    touched.includes('framework') ? callHost('framework.get', {}) : null,
    touched.includes('units') ? callHost('units.list', {}) : null,
    touched.includes('series') ? callHost('series.list', {}) : null,
  ]);
  noteRevision(info.revision);
  useWorkbook.setState({
    info,
    ...(framework === null ? {} : withFramework(framework)),
    ...(units === null ? {} : withUnits(units)),
    ...(series === null ? {} : { series }),
  });
}

function withFramework(framework: Framework): Pick<WorkbookState, 'framework' | 'index'> {
  return { framework, index: indexFramework(framework) };
}

function withUnits(units: readonly Unit[]): Pick<WorkbookState, 'units' | 'unitByCode'> {
  return { units, unitByCode: new Map(units.map((unit) => [unit.code, unit])) };
}

export function noteRevision(revision: Revision): void {
  if (revision > useWorkbook.getState().revision) useWorkbook.setState({ revision });
}

/** The commands that name the revision they are based on. */
type RevisedMethod = {
  [Name in MethodName]: MethodInput<Name> extends { baseRevision: Revision } ? Name : never;
}[MethodName];

/** Without `baseRevision`, which the store knows. */
type UnrevisedInput<Name extends RevisedMethod> = Omit<MethodInput<Name>, 'baseRevision'>;

/**
 * Runs a command that changes the workbook, based on the latest revision known. The stores follow by the event that
 * the host sends after the commit; an error is the caller's to show, at the control.
 */
export async function changeWorkbook<Name extends RevisedMethod>(
  method: Name,
  input: UnrevisedInput<Name>,
): Promise<MethodOutput<Name>> {
  useWorkbook.setState((state) => ({ commandsUnderWay: state.commandsUnderWay + 1 }));
  try {
    const baseRevision = useWorkbook.getState().revision;
    const output = await callHost(method, { ...input, baseRevision } as MethodInput<Name>);
    noteRevision((output as { revision: Revision }).revision);
    return output;
  } finally {
    useWorkbook.setState((state) => ({ commandsUnderWay: state.commandsUnderWay - 1 }));
  }
}
