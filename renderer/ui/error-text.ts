import { AppError } from '../../shared/contract/errors.ts';
import type { NodeCode, UnitCode } from '../../shared/model/ids.ts';
import { nameIn } from '../../shared/text/names.ts';
import { currentLanguage, textOf } from '../i18n/i18n.ts';
import { wordings } from '../i18n/wordings.ts';
import { useWorkbook } from '../stores/workbook-store.ts';

type Reason = keyof typeof wordings.zh.errors.reason;

/** An error in the language of the interface: what is wrong, and where, what was expected, what was found. */
export function errorText(error: unknown): string {
  if (!(error instanceof AppError)) return textOf('errors:code.E_INTERNAL');
  const { details } = error;
  if (!isKnown(details.reason))
    return textOf(`errors:code.${error.code}`, { message: error.message });
  // Numbers of revisions mean nothing to a reader.
  const { expected, found } = details.reason === 'stale-revision' ? {} : details;
  const place = placeOf(error);
  return [
    textOf(`errors:reason.${details.reason}`, parametersOf(error)),
    place === '' ? null : textOf('errors:place', { place }),
    expected === undefined ? null : textOf('errors:expected', { expected }),
    found === undefined ? null : textOf('errors:found', { found }),
  ]
    .filter((sentence) => sentence !== null)
    .join(currentLanguage() === 'zh' ? '' : ' ');
}

/** A reason that has a sentence of its own; the others are told by their code and the host's message. */
function isKnown(reason: string | undefined): reason is Reason {
  return reason !== undefined && Object.hasOwn(wordings.zh.errors.reason, reason);
}

function parametersOf({ details }: AppError): Record<string, string | number> {
  const { index, unitByCode } = useWorkbook.getState();
  const language = currentLanguage();
  const node = index?.byCode.get(details.node as NodeCode);
  const unit = unitByCode.get(details.unit as UnitCode);
  return {
    ...details.parameters,
    file: details.file ?? '',
    node: node === undefined ? (details.node ?? '') : nameIn(language, node.name),
    unit: unit === undefined ? (details.unit ?? '') : nameIn(language, unit.name),
  };
}

/** Row and column of a file or table, if the error is about one. */
function placeOf({ details: { file, row, column } }: AppError): string {
  if (row === undefined && column === undefined) return '';
  return [
    file ?? null,
    row === undefined ? null : textOf('errors:row', { row }),
    column === undefined ? null : textOf('errors:column', { column }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
