import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * A check of a page by axe. The workbench has no frames: in the older mode axe looks at the one there is, instead of
 * carrying everything it saw to a blank page that would put the parts of many frames together; and only what is wrong is
 * told in full.
 */
export function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}

/** What a check finds that is serious, with where it is. */
export async function seriousFaults(checker: AxeBuilder): Promise<string[]> {
  const { violations } = await checker.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}
