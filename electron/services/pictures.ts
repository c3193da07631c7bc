import { basename } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { writeFilesWhole } from '../exchange/write-file.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';

/** How a file of each kind begins. */
const BEGINNINGS = {
  svg: new TextEncoder().encode('<svg '),
  png: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
} as const;

/** Pictures of charts: the page draws them, the host writes them where the person said. */
export function createPictureService({
  tokens,
}: Pick<ServiceContext, 'tokens'>): Pick<Handlers, 'pictures.write'> {
  return {
    'pictures.write': async ({ token, format, content }, { connection }) => {
      if (!BEGINNINGS[format].every((byte, at) => content[at] === byte)) {
        throw new AppError('E_INPUT', `the content is no ${format} picture`, {
          reason: 'not-a-picture',
          expected: format,
        });
      }
      const path = tokens.use(token, `save-${format}`, connection);
      const [written] = await writeFilesWhole([{ path, content: [content] }]);
      return { fileName: basename(path), bytes: written?.bytes ?? 0 };
    },
  };
}
