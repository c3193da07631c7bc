import { MethodChoices } from '../../shared/model/uncertainty.ts';
import { readInputFile } from './input-file.ts';
import { readJson } from './read-json.ts';
import { decodeText } from './text-encoding.ts';

/**
 * Reads what each part of the method is drawn from: a JSON object with the lists `normalisation`, `aggregation`, `missing`
 * and `treatment`, each of which may be left out.
 *
 * @throws AppError E_INPUT naming the place that is no choice
 */
export async function readMethodChoicesFile(path: string): Promise<MethodChoices> {
  const file = await readInputFile(path);
  const choices = readJson(decodeText(file), file.name, MethodChoices.partial());
  return {
    normalisation: choices.normalisation ?? [],
    aggregation: choices.aggregation ?? [],
    missing: choices.missing ?? [],
    treatment: choices.treatment ?? [],
  };
}
