import { Option, type Command } from 'commander';
import type { MethodOptions } from './method-options.ts';

export interface AnalysisOptions extends MethodOptions {
  readonly scenario?: string;
  readonly format: 'table' | 'json';
}

/** A command that answers about one scenario of a workbook, as a table or as JSON. */
export function addAnalysisCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument('<workbook>')
    .option('--scenario <name>', 'name or id of a scenario (default: baseline)')
    .addOption(
      new Option('--format <format>', 'table: rounded; json: full precision')
        .choices(['table', 'json'])
        .default('table'),
    );
}
