import { Command, CommanderError } from 'commander';
import { AppError } from '../../shared/contract/errors.ts';
import { addBriefCommand } from './commands/brief.ts';
import { addCheckCommand } from './commands/check.ts';
import { addCompareCommand } from './commands/compare.ts';
import { addDiagnoseCommand } from './commands/diagnose.ts';
import { addExplainCommand } from './commands/explain.ts';
import { addExportCommand } from './commands/export.ts';
import { addImportCommand } from './commands/import.ts';
import { addSampleCommand } from './commands/sample.ts';
import { addScoreCommand } from './commands/score.ts';
import { addSensitivityCommand } from './commands/sensitivity.ts';
import { addServeCommand } from './commands/serve.ts';
import { addStabilityCommand } from './commands/stability.ts';
import { addUncertaintyCommand } from './commands/uncertainty.ts';
import { addWeightsCommand } from './commands/weights.ts';
import type { Surroundings } from './surroundings.ts';

const SUCCESS = 0;
const INTERNAL_FAILURE = 1;
const BAD_USAGE_OR_INPUT = 2;

/** Runs one command. Returns its exit code; never throws, never ends the process. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const program = new Command('hengmo')
    .description('Score large-model companies with weighted indicator systems, offline.')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: surroundings.out,
      writeErr: (text) => surroundings.message(text.trimEnd()),
      // Told once, by `report`.
      outputError: () => {},
    });
  for (const addCommand of [
    addSampleCommand,
    addImportCommand,
    addScoreCommand,
    addUncertaintyCommand,
    addSensitivityCommand,
    addCompareCommand,
    addExplainCommand,
    addStabilityCommand,
    addWeightsCommand,
    addDiagnoseCommand,
    addBriefCommand,
    addExportCommand,
    addCheckCommand,
    addServeCommand,
  ]) {
    addCommand(program, surroundings);
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return SUCCESS;
  } catch (error) {
    return report(error, program, args, surroundings);
  }
}

function report(
  error: unknown,
  program: Command,
  args: readonly string[],
  surroundings: Surroundings,
): number {
  // One message is one line, whatever it is made of.
  const message = (text: string) => surroundings.message(text.replaceAll(/\s*\n\s*/gu, ' '));
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return SUCCESS;
    // `hengmo` alone has printed its help.
    if (error.code !== 'commander.help') message(usageMessage(error, program, args));
    return BAD_USAGE_OR_INPUT;
  }
  if (error instanceof AppError && error.code !== 'E_INTERNAL') {
    message(`error: ${error.message}`);
    return BAD_USAGE_OR_INPUT;
  }
  message(
    `internal failure: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return INTERNAL_FAILURE;
}

/** Says what is wrong and, for an unknown word, which are known. */
function usageMessage(error: CommanderError, program: Command, args: readonly string[]): string {
  const command = program.commands.find((each) => each.name() === args[0]);
  switch (error.code) {
    case 'commander.unknownOption': {
      const known = (command ?? program).options.map((option) => option.long ?? option.flags);
      return `${error.message}; known options: ${[...known, '--help'].join(', ')}`;
    }
    case 'commander.unknownCommand':
      return `${error.message}; known commands: ${program.commands.map((each) => each.name()).join(', ')}`;
    default:
      return error.message;
  }
}
