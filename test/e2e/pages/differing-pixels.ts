import type { Page } from '@playwright/test';

/** Less cannot be seen: the edge of a bar between two pixels. Of 255. */
const SEEN_DIFFERENCE = 48;

/** How many pixels of two pictures (PNG) of the same size can be seen to differ. */
export function differingPixels(page: Page, a: Buffer, b: Buffer): Promise<number> {
  const pictures = [a, b].map((picture) => picture.toString('base64'));
  return page.evaluate(
    async ({ encoded, least }) => {
      const [before, after] = await Promise.all(
        encoded.map(async (picture) => {
          const image = new Image();
          image.src = `data:image/png;base64,${picture}`;
          await image.decode();
          const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
          pen?.drawImage(image, 0, 0);
          return pen?.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      if (before === undefined || before.length !== after?.length) return Infinity;
      const differing = new Set<number>();
      before.forEach((value, at) => {
        if (Math.abs(value - (after[at] ?? 0)) > least) differing.add(at >> 2);
      });
      return differing.size;
    },
    { encoded: pictures, least: SEEN_DIFFERENCE },
  );
}
