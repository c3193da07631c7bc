import { expect, type Locator } from '@playwright/test';

const COPY = /^(?:复制为表格（可粘贴到 Excel）|Copy as a table \(pastes into Excel\))$/u;

/** The cells that the copy button of a panel or a chart puts on the clipboard, the heads of the columns first. */
export async function copiedTable(place: Locator): Promise<string[][]> {
  const page = place.page();
  // What was copied before is no answer.
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await place.getByRole('button', { name: COPY }).click();
  const onClipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(onClipboard).not.toBe('');
  return (await onClipboard()).split('\n').map((line) => line.split('\t'));
}
