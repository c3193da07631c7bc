import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { z } from 'zod';
import { mediaType } from '../host/media-types.ts';

/** Lies beside the folder of the built renderer. */
export const STATIC_LIST_NAME = 'renderer-files.json';

const StaticFile = z.strictObject({
  /** In the folder of the built renderer, with `/` between folders. */
  path: z.string().regex(/^[\w.@-]+(?:\/[\w.@-]+)*$/u),
  type: z.string(),
  /** SHA-256 of the content, hexadecimal; serves as ETag. */
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type StaticFile = z.infer<typeof StaticFile>;

const StaticList = z.strictObject({ files: z.array(StaticFile) });

/**
 * All files of the built renderer, made at build time: the web shell serves these and nothing else. Throws when there is
 * a file of a kind that is not served.
 */
export async function listStaticFiles(folder: string): Promise<StaticFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: StaticFile[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.endsWith('.map')) continue;
    const file = join(entry.parentPath, entry.name);
    const type = mediaType(extname(entry.name));
    if (type === undefined) throw new Error(`${file}: a file of this kind is not served`);
    const hash = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    files.push({ path: relative(folder, file).split(sep).join('/'), type, hash });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The last step of the renderer's build. */
export async function writeStaticList(rendererFolder: string): Promise<void> {
  const list = StaticList.parse({ files: await listStaticFiles(rendererFolder) });
  const target = join(rendererFolder, '..', STATIC_LIST_NAME);
  await writeFile(target, `${JSON.stringify(list, null, 1)}\n`);
}

export interface ServedFile {
  readonly file: string;
  readonly type: string;
  readonly hash: string;
}

/** The list as a table from the path of a request to the file; `/` is `index.html`. */
export async function loadStaticFiles(
  rendererFolder: string,
): Promise<ReadonlyMap<string, ServedFile>> {
  const text = await readFile(join(rendererFolder, '..', STATIC_LIST_NAME), 'utf8');
  const { files } = StaticList.parse(JSON.parse(text));
  const served = new Map<string, ServedFile>();
  for (const { path, type, hash } of files) {
    const entry = { file: join(rendererFolder, path), type, hash };
    served.set(`/${path}`, entry);
    if (path === 'index.html') served.set('/', entry);
  }
  return served;
}
