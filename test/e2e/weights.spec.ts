import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { differingPixels } from './pages/differing-pixels.ts';
import { RankingPage } from './pages/ranking-page.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';

const words = {
  zh: {
    ranked: '14 个评价对象中 6 个可排名',
    adopted: '97 / 350',
    notANumber: '请输入数字',
    conflict: '工作簿刚被其他操作修改，此次更改没有写入。',
  },
  en: {
    ranked: '6 of 14 units can be ranked',
    adopted: '97 of 350 cells adopted',
    notANumber: 'Type a number',
    conflict: 'The workbook was changed by another act just now; this change was not written.',
  },
} as const;

for (const language of ['zh', 'en'] as const) {
  const text = words[language];

  test(`weights are dragged, typed, locked and moved by keys, and the ranking follows: ${language}`, async ({
    shell,
  }) => {
    const { page, problems } = await shell.open({ language });
    const workbench = new WorkbenchPage(page, language);
    await workbench.ready();
    const { ranked, dimensions } = workbench.words;
    const { ecosystem, technology, industry, monetisation, innovation } = dimensions;

    await test.step('the first window shows the bundled ranking and says what is not known', async () => {
      expect(await workbench.rankedUnits()).toEqual(ranked);
      await expect(workbench.rankingRow(ranked[0])).toContainText('54.0');
      await expect(page.getByText(text.ranked)).toBeVisible();
      await expect(workbench.status).toContainText(text.adopted);
    });

    await test.step('a drag moves the ranking while it lasts, and Escape takes it back', async () => {
      const topOfLast = async () => (await workbench.slider(innovation).boundingBox())?.y;
      const before = await topOfLast();
      await workbench.grab(monetisation, 130);
      await expect.poll(async () => (await workbench.rankedUnits())[0]).toBe(ranked[1]);
      // What appears during a drag pushes no slider away.
      expect(await topOfLast()).toBe(before);
      await page.keyboard.press('Escape');
      await expect.poll(() => workbench.rankedUnits()).toEqual(ranked);
      await page.mouse.up();
      await expect(workbench.undo).toBeDisabled();
      await expect(workbench.points(monetisation)).toHaveValue('20');
    });

    await test.step('arrow keys move a weight, and quick presses are one step', async () => {
      await workbench.slider(technology).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Shift+ArrowRight');
      await page.keyboard.press('Enter');
      await expect(workbench.points(technology)).toHaveValue('30.5');
      await expect(workbench.undo).toBeEnabled();
      await page.keyboard.press('Control+z');
      await expect(workbench.points(technology)).toHaveValue('25');
      await expect(workbench.undo).toBeDisabled();
    });

    await test.step('points typed into the field keep the sum; a lock keeps its own', async () => {
      await workbench.lock(ecosystem).click();
      await workbench.points(technology).fill('40');
      await page.keyboard.press('Enter');
      await expect(workbench.points(ecosystem)).toHaveValue('25');
      await expect(workbench.points(technology)).toHaveValue('40');
      // The other three shared 50 points as 20 : 20 : 10; 35 are left for them.
      await expect(workbench.points(industry)).toHaveValue('14');
      await expect(workbench.points(monetisation)).toHaveValue('14');
      await expect(workbench.points(innovation)).toHaveValue('7');

      await workbench.points(technology).fill('abc');
      await page.keyboard.press('Enter');
      await expect(page.getByText(text.notANumber)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(workbench.points(technology)).toHaveValue('40');
    });
    expect(problems).toEqual([]);
  });
}

test('@web rows painted during a drag look as the rows of the document, in both languages', async ({
  shell,
}) => {
  const { page, problems } = await shell.open({ language: 'zh' });
  let workbench = new WorkbenchPage(page, 'zh');
  await workbench.ready();
  const list = page.locator('.ranking-list');
  const painted = page.locator('.painted-rows');
  const picture = () => list.screenshot({ animations: 'allow' });
  const show = (visibility: 'visible' | 'hidden') =>
    painted.evaluate((cover, shown) => (cover.style.visibility = shown), visibility);
  let asLaidOut: Buffer;
  for (const language of ['zh', 'en'] as const) {
    workbench = await workbench.inLanguage(language);
    const ranking = new RankingPage(page, language);
    await ranking
      .button(language === 'zh' ? ranking.words.intervals : ranking.words.aligned)
      .click();
    await workbench.grab(workbench.words.dimensions.monetisation, 90);
    await expect(painted).toBeVisible();
    // The document's rows follow when the hand pauses.
    await expect
      .poll(async () => {
        await show('visible');
        const asPainted = await picture();
        await show('hidden');
        asLaidOut = await picture();
        return differingPixels(page, asPainted, asLaidOut);
      })
      .toBeLessThan(200);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(painted).toHaveCount(0);
    // Moved rows would differ by far more.
    expect(await differingPixels(page, asLaidOut!, await picture())).toBeGreaterThan(1000);
  }
  expect(problems).toEqual([]);
});

test('@web rows follow a hand that does not rest also where the system forces its colours', async ({
  shell,
}) => {
  const { page, problems } = await shell.open();
  const workbench = new WorkbenchPage(page);
  await workbench.ready();
  await page.emulateMedia({ forcedColors: 'active' });
  const score = page.locator('.ranking-row .ranking-score').first();
  const before = await score.textContent();
  await workbench.grab(workbench.words.dimensions.monetisation, 60);
  const box = await workbench.slider(workbench.words.dimensions.monetisation).boundingBox();
  for (let step = 0; step < 12; step++) {
    await page.mouse.move((box?.x ?? 0) + 10 * (step % 2), box?.y ?? 0);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  }
  expect(await score.textContent()).not.toBe(before);
  await expect(page.locator('.painted-rows')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(score).toHaveText(before ?? '');
  expect(problems).toEqual([]);
});

test('a drag is one undo step that survives a restart, in either language', async ({ shell }) => {
  const first = await shell.open({ language: 'zh' });
  const workbench = new WorkbenchPage(first.page, 'zh');
  await workbench.ready();
  const { monetisation } = workbench.words.dimensions;
  await workbench.grab(monetisation, 130);
  await first.page.mouse.up();
  await expect(workbench.undo).toBeEnabled();
  expect((await workbench.rankedUnits())[0]).toBe(workbench.words.ranked[1]);
  const points = await workbench.points(monetisation).inputValue();
  expect(Number(points)).toBeGreaterThan(20);
  await first.quit();

  const second = await shell.open({ dataFolder: first.dataFolder });
  const opened = new WorkbenchPage(second.page, 'zh');
  await opened.ready();
  const again = await opened.inLanguage('en');
  const { ranked, dimensions } = again.words;
  const field = again.points(dimensions.monetisation);
  await expect.poll(async () => (await again.rankedUnits())[0]).toBe(ranked[1]);
  await expect(field).toHaveValue(points);
  await again.undo.click();
  await expect.poll(() => again.rankedUnits()).toEqual(ranked);
  await expect(field).toHaveValue('20');
  await expect(again.undo).toBeDisabled();
  await again.redo.click();
  await expect(field).toHaveValue(points);
  expect([...first.problems, ...second.problems]).toEqual([]);
});

test('@web weights changed in a second window are followed, also during a drag, which then says so', async ({
  shell,
}) => {
  const { page, anotherPage, problems } = await shell.open();
  let workbench = new WorkbenchPage(page);
  await workbench.ready();
  const secondPage = await anotherPage();
  for (const language of ['zh', 'en'] as const) {
    workbench = await workbench.inLanguage(language);
    // The language is the person's, not the window's.
    const other = new WorkbenchPage(secondPage, language);
    await other.ready();
    const { technology, monetisation } = workbench.words.dimensions;
    await other.points(technology).fill('40');
    await secondPage.keyboard.press('Enter');
    await expect(workbench.points(technology)).toHaveValue('40');
    // Taken back here, it is not written again by the other window when its field is left.
    await workbench.undo.click();
    await expect(other.points(technology)).toHaveValue('25');
    await expect(other.undo).toBeDisabled();

    await page.bringToFront();
    await workbench.grab(technology, 40);
    await expect(workbench.points(technology)).not.toHaveValue('25');
    await other.points(monetisation).fill('30');
    await secondPage.keyboard.press('Enter');
    await expect(workbench.points(monetisation)).toHaveValue(/^30(?:\.0)?$/u);
    // The handle has gone along with its knob, although the hand still held it.
    const handle = workbench.slider(technology);
    await expect.poll(() => handle.evaluate(distanceFromItsShare)).toBeLessThan(1);
    await page.mouse.up();
    await expect(page.getByText(words[language].conflict)).toBeVisible();
    await expect(workbench.points(monetisation)).toHaveValue(/^30(?:\.0)?$/u);
    await expect(other.points(monetisation)).toHaveValue(/^30(?:\.0)?$/u);
    await other.undo.click();
    await expect(workbench.points(monetisation)).toHaveValue('20');
  }
  expect(problems).toEqual([]);
});

/** Pixels between the middle of a slider's handle and its share of the rail. */
function distanceFromItsShare(handle: Element): number {
  const rail = handle.closest('.weight-rail')?.getBoundingClientRect() ?? new DOMRect();
  const { left, width } = handle.getBoundingClientRect();
  const share = Number(handle.getAttribute('aria-valuenow')) / 100;
  return Math.abs(left + width / 2 - (rail.left + share * rail.width));
}
