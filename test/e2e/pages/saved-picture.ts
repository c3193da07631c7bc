import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';

/** Saves the picture of a chart by its menu, and reads the file. */
export async function savedPicture(
  page: Page,
  chart: Locator,
  words: { readonly save: string; readonly kind: string },
): Promise<Buffer> {
  await chart.getByRole('button', { name: words.save }).click();
  const item = page.getByRole('menuitem', { name: words.kind });
  const [file] = await Promise.all([page.waitForEvent('download'), item.click()]);
  // It fades out; the menu of the next picture has the same words.
  await item.waitFor({ state: 'detached' });
  return readFileSync(await file.path());
}
