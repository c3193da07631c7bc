import { Button, Menu, MenuItem, PopoverNext } from '@blueprintjs/core';
import { Download } from '@blueprintjs/icons';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../ui/notify.ts';
import { useChartColours } from './colours.ts';
import type { ChartOption, ChartSize } from './drawing.ts';
import { type PictureFormat, savePicture } from './save-picture.ts';

/** What a picture shows, and how large it is without its title, in pixels of the screen. */
export interface PictureContent {
  readonly option: ChartOption;
  readonly size: ChartSize;
}

interface PictureMenuProps {
  readonly title: string;
  /** Asked for when a picture is saved. */
  readonly picture: () => PictureContent;
}

/** Saves a chart as SVG or PNG: one that is drawn on a canvas, or one that is elements of the page and is drawn for this. */
export function PictureMenu({ title, picture }: PictureMenuProps) {
  const { t } = useTranslation('charts');
  const colours = useChartColours();

  async function save(format: PictureFormat): Promise<void> {
    try {
      await savePicture(title, format, async () => {
        const { pngPicture, svgPicture } = await import('./drawing.ts');
        const content = { title, colours, ...picture() };
        return format === 'png'
          ? pngPicture(content)
          : new TextEncoder().encode(svgPicture(content));
      });
    } catch (error) {
      notifyError(error);
    }
  }

  return (
    <PopoverNext
      placement="bottom-end"
      content={
        <Menu>
          <MenuItem text={t('saveSvg')} onClick={() => void save('svg')} />
          <MenuItem text={t('savePng')} onClick={() => void save('png')} />
        </Menu>
      }
    >
      <Button
        size="small"
        variant="minimal"
        icon={<Download size={14} />}
        aria-label={t('save')}
        title={t('save')}
      />
    </PopoverNext>
  );
}
