import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';

/** Saves the picture of a chart by its menu, and reads the file. */
export async function savedPicture(
  page: Page,
  chart: Locator,
  words: { readonly save: string; readonly kind: string },
): Promise<Buffer> {
  await chart.getByRole('button', { name: words.save }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: words.kind }).click(),
  ]);
  return readFileSync(await file.path());
}
