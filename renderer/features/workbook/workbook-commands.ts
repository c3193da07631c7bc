import type { SavePurpose } from '../../../shared/contract/file-purpose.ts';
import type { Backup } from '../../../shared/contract/workbook-operations.ts';
import type { FileToken } from '../../../shared/model/ids.ts';
import { currentLanguage, textOf } from '../../i18n/i18n.ts';
import { type Command, registerCommands } from '../../stores/commands.ts';
import { openOverlay } from '../../stores/overlay-store.ts';
import { callHost } from '../../stores/host-connection.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { notify } from '../../ui/notify.ts';
import { handOver, nameWith } from '../../ui/hand-over.ts';

/** New, open, copy and export: the file is chosen through the shell, and its path never comes here. */
export function registerWorkbookCommands(): () => void {
  return registerCommands(workbookCommands);
}

const isOpen = () => useWorkbook.getState().status === 'ready';

const canBeChanged = () => isOpen() && useWorkbook.getState().info?.readOnly === null;

const workbookCommands: readonly Command[] = [
  { id: 'workbook.new', group: 'workbook', title: 'workbook:new', run: createFromBundledData },
  {
    id: 'workbook.open',
    group: 'workbook',
    title: 'workbook:open',
    keys: ['mod+o'],
    run: pickAndOpen,
  },
  {
    id: 'workbook.import',
    group: 'workbook',
    title: 'workbook:import',
    run: () => openOverlay('import'),
  },
  {
    id: 'workbook.backups',
    group: 'workbook',
    title: 'workbook:backups.command',
    run: () => openOverlay('backups'),
  },
  {
    id: 'workbook.author',
    group: 'workbook',
    title: 'workbook:author.command',
    enabled: canBeChanged,
    run: () => openOverlay('author'),
  },
  {
    id: 'workbook.saveCopy',
    group: 'workbook',
    title: 'workbook:saveCopy',
    keys: ['mod+s'],
    allowInInput: true,
    enabled: isOpen,
    run: saveCopy,
  },
  {
    id: 'workbook.export',
    group: 'workbook',
    title: 'workbook:exportXlsx',
    enabled: isOpen,
    run: () => exportData('xlsx'),
  },
  {
    id: 'workbook.exportCsv',
    group: 'workbook',
    title: 'workbook:exportCsv',
    enabled: isOpen,
    run: () => exportData('csv'),
  },
  {
    id: 'workbook.exportJson',
    group: 'workbook',
    title: 'workbook:exportJson',
    enabled: isOpen,
    run: () => exportData('json'),
  },
];

async function createFromBundledData(): Promise<void> {
  const suggestedName = textOf('workbook:newName');
  const target = await callHost('files.pickSave', { purpose: 'create-workbook', suggestedName });
  if (target === null) return;
  const info = await callHost('workbook.createSample', {
    token: target.token,
    language: currentLanguage(),
  });
  notify(textOf('workbook:created', { file: info.fileName }));
}

async function pickAndOpen(): Promise<void> {
  const file = await callHost('files.pickOpen', { purpose: 'open-workbook' });
  if (file !== null) await openWorkbook(file.token);
}

export async function openWorkbook(token: FileToken): Promise<void> {
  const info = await callHost('workbook.open', { token });
  notify(textOf('workbook:opened', { file: info.fileName }));
}

/** Writes a backup to a file of its own and opens that; the workbook it was made of stays as it is. */
export async function restoreBackup(backup: Backup): Promise<void> {
  const suggestedName = textOf('workbook:backups.restoredName', {
    file: nameWith('hengmo').replace(/\.hengmo$/u, ''),
  });
  const target = await callHost('files.pickSave', { purpose: 'create-workbook', suggestedName });
  if (target === null) return;
  const info = await callHost('workbook.restoreBackup', {
    backup: backup.token,
    target: target.token,
  });
  notify(textOf('workbook:opened', { file: info.fileName }));
}

async function saveCopy(): Promise<void> {
  const suggestedName = nameWith('hengmo');
  const target = await callHost('files.pickSave', { purpose: 'save-workbook', suggestedName });
  if (target === null) return;
  const { fileName } = await callHost('workbook.saveCopy', { token: target.token });
  await handOver(fileName, target.token);
}

const purposes = {
  xlsx: 'save-xlsx',
  csv: 'save-csv',
  json: 'save-json',
} as const satisfies Record<string, SavePurpose>;

async function exportData(format: keyof typeof purposes): Promise<void> {
  const suggestedName = nameWith(format);
  const target = await callHost('files.pickSave', { purpose: purposes[format], suggestedName });
  if (target === null) return;
  const { fileName } = await callHost('export.run', { format, token: target.token });
  await handOver(fileName, target.token);
}
