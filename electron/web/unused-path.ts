import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, parse } from 'node:path';

/**
 * A path in the folder at which nothing lies yet: `name.hengmo`, else `name 2.hengmo`, … The folder is made, readable by
 * this user alone.
 */
export async function unusedPath(folder: string, fileName: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { name, ext } = parse(fileName);
  let path = join(folder, fileName);
  for (let number = 2; existsSync(path); number += 1)
    path = join(folder, `${name} ${number}${ext}`);
  return path;
}
