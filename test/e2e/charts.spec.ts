import { expect, type Locator } from '@playwright/test';
import { test } from './fixtures.ts';
import { savedPicture } from './pages/saved-picture.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';

const words = {
  zh: {
    run: '运行模拟',
    save: '保存图片',
    svg: '保存为 SVG 矢量图…',
    png: '保存为 PNG 图片…',
    copy: '复制为表格（可粘贴到 Excel）',
    asTable: '以表格查看',
    fullScreen: '全屏查看',
    ranking: '排名',
    central: '中心权重',
    centralTitle: '阿里巴巴的中心权重',
    dimension: '技术研发能力',
    rankingToolbar: '排名的显示方式',
    rankingTitle: '排名：基准情景',
    why: '差距的显示方式',
    whyTitle: '阿里巴巴与科大讯飞的差距',
    unit: '阿里巴巴',
  },
  en: {
    run: 'Run the simulation',
    save: 'Save a picture',
    svg: 'Save as SVG…',
    png: 'Save as PNG…',
    copy: 'Copy as a table (pastes into Excel)',
    asTable: 'Show as a table',
    fullScreen: 'Full screen',
    ranking: 'Ranking',
    central: 'Central weights',
    centralTitle: 'Central weights of Alibaba',
    dimension: 'Technology R&amp;D',
    rankingToolbar: 'How the ranking is shown',
    rankingTitle: 'Ranking: Baseline',
    why: 'How the difference is shown',
    whyTitle: 'Difference between Alibaba and iFLYTEK',
    unit: 'Alibaba',
  },
} as const;

for (const language of ['zh', 'en'] as const) {
  test(`@web a chart is saved, copied, read as a table and shown in full screen: ${language}`, async ({
    shell,
  }) => {
    const { page, problems } = await shell.open({ language });
    const said = words[language];
    await new WorkbenchPage(page, language).ready();
    // The ranking is a chart like the others, made of elements of the page.
    await page.getByRole('button', { name: said.fullScreen }).first().click();
    const ranking = page.getByRole('dialog', { name: said.ranking });
    const row = ranking.getByRole('option', { name: new RegExp(`^${said.unit}`, 'u') });
    await row.click();
    await expect(row).toHaveAttribute('aria-selected', 'true');
    expect((await ranking.boundingBox())?.width).toBeGreaterThan(1380);
    await page.keyboard.press('Escape');
    await expect(ranking).toBeHidden();

    const drawn = async (of: Locator) =>
      (await savedPicture(page, of, { save: said.save, kind: said.svg })).toString('utf8');
    const ranked = await drawn(page.getByRole('toolbar', { name: said.rankingToolbar }));
    for (const text of [said.rankingTitle, `1  ${said.unit}`, said.dimension, '29.2–75.2'])
      expect(ranked).toContain(text);
    const why = await drawn(page.getByRole('toolbar', { name: said.why }));
    expect(why).toContain(said.whyTitle);

    await page.keyboard.press('Control+3');
    await page.getByRole('button', { name: said.run, exact: true }).click();
    const chart = page.getByRole('figure').first();
    await expect(chart.getByRole('img')).toBeVisible({ timeout: 60_000 });
    const title = await chart.getByRole('heading').innerText();

    const picture = (kind: string, of = chart) => savedPicture(page, of, { save: said.save, kind });
    const svg = (await picture(said.svg)).toString('utf8');
    expect(svg.startsWith('<svg ')).toBe(true);
    expect(svg).toContain(title);
    expect(svg).toContain(said.unit);
    // In a page of its own: the workbench's policy also holds for what is parsed in it.
    const reader = await page.context().newPage();
    for (const text of [svg, ranked]) {
      const faults = await reader.evaluate(
        (markup) =>
          new DOMParser().parseFromString(markup, 'image/svg+xml').querySelector('parsererror')
            ?.textContent ?? null,
        text,
      );
      expect(faults).toBeNull();
    }
    await reader.close();

    const png = await picture(said.png);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    const size = await chart.getByRole('img').boundingBox();
    // Three pixels for one on the screen, and the title above.
    expect(png.readUInt32BE(16)).toBe(Math.round(size?.width ?? 0) * 3);
    expect(png.readUInt32BE(20)).toBe((Math.round(size?.height ?? 0) + 40) * 3);

    await chart.getByRole('button', { name: said.copy }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const lines = copied.split('\n').map((line) => line.split('\t'));
    expect(lines.map(([name]) => name)).toContain(said.unit);

    await chart.getByRole('button', { name: said.asTable }).click();
    const rows = chart.getByRole('table').getByRole('row');
    await expect(rows).toHaveCount(lines.length);

    await chart.getByRole('button', { name: said.fullScreen }).click();
    const large = page.getByRole('dialog', { name: title });
    await expect(large.getByRole('img')).toBeVisible();
    expect((await large.boundingBox())?.width).toBeGreaterThan(1380);
    await page.keyboard.press('Escape');
    await expect(large).toBeHidden();

    // Bars that stand in a table of the page are drawn for the picture.
    const central = await picture(said.svg, page.getByRole('region', { name: said.central }));
    expect(central.toString('utf8')).toContain(said.centralTitle);
    expect(central.toString('utf8')).toContain(said.dimension);
    expect(problems).toEqual([]);
  });
}
