import { AppError } from '../../shared/contract/errors.ts';
import { textOf } from '../i18n/i18n.ts';

/** An error in one sentence, in the language of the interface. */
export function errorText(error: unknown): string {
  if (!(error instanceof AppError)) return textOf('errors:code.E_INTERNAL');
  const place = placeOf(error);
  const message = place === '' ? error.message : `${place}: ${error.message}`;
  return textOf(`errors:code.${error.code}`, { message });
}

/** Where in a file the error is, if it is about one. */
function placeOf({ details }: AppError): string {
  const { file, row, column } = details;
  return [file, row === undefined ? undefined : String(row), column]
    .filter((part) => part !== undefined)
    .join(' · ');
}
