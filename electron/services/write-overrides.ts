import { overrideKey, type Scenario } from '../../shared/model/scenario.ts';
import type { RowWriter } from '../oplog/row-writer.ts';
import type { OpenWorkbook } from '../store/open.ts';
import {
  deleteOverride,
  insertOverride,
  updateOverride,
  type StoredScenario,
} from '../store/repositories/scenarios.ts';
import type { OwnOverrides } from './override-rules.ts';
import { rowNumbersOf } from './workbook-model.ts';

export function overridesOf(scenario: Scenario): OwnOverrides {
  return new Map(scenario.overrides.map((override) => [overrideKey(override), override]));
}

/** Writes what differs between the overrides that the scenario has and those that it shall have. */
export function writeOverrides(
  workbook: OpenWorkbook,
  writer: RowWriter,
  { number, scenario }: StoredScenario,
  next: OwnOverrides,
): void {
  const before = overridesOf(scenario);
  for (const key of before.keys()) {
    if (!next.has(key)) deleteOverride(writer, number, key);
  }
  for (const [key, override] of next) {
    if (before.get(key) === override) continue;
    const write = before.has(key) ? updateOverride : insertOverride;
    write(writer, number, override, rowNumbersOf(workbook));
  }
}
