import type { z } from 'zod';
import { analysisOperations } from './analysis-operations.ts';
import { briefOperations } from './brief-operations.ts';
import { evidenceOperations } from './evidence-operations.ts';
import { fileOperations } from './file-operations.ts';
import { historyOperations } from './history-operations.ts';
import { robustnessOperations } from './robustness-operations.ts';
import { scenarioOperations } from './scenario-operations.ts';
import { scoringOperations } from './scoring-operations.ts';
import { settingsOperations } from './settings-operations.ts';
import { weightSetOperations } from './weight-set-operations.ts';
import { workbookOperations } from './workbook-operations.ts';

/** The one list of what can be asked of the host. */
export const methods = {
  ...workbookOperations,
  ...evidenceOperations,
  ...scenarioOperations,
  ...scoringOperations,
  ...robustnessOperations,
  ...analysisOperations,
  ...weightSetOperations,
  ...historyOperations,
  ...fileOperations,
  ...briefOperations,
  ...settingsOperations,
};

export type MethodName = keyof typeof methods;
export type MethodInput<Name extends MethodName> = z.infer<(typeof methods)[Name]['input']>;
export type MethodOutput<Name extends MethodName> = z.infer<(typeof methods)[Name]['output']>;

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}
