import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A slow line gets this long to fetch the binary before the web shell opens instead. */
const FETCH_MILLISECONDS = 10 * 60_000;

/** Where the Electron binary is, judged by files alone: evaluating the package would start a download. */
function installedElectron(packageFolder: string): string | undefined {
  const pathFile = join(packageFolder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : undefined;
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const path =
    override !== undefined
      ? join(override, name ?? 'electron')
      : name === undefined
        ? undefined
        : join(packageFolder, 'dist', name);
  return path !== undefined && existsSync(path) ? path : undefined;
}

/** Why a window cannot be opened on this machine at all, or undefined. */
function windowObstacle(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  if (process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] === undefined) {
    return 'there is no display';
  }
  if (process.getuid?.() === 0) return "Electron's sandbox does not run as root";
  return undefined;
}

export type ElectronSearch = { binary: string } | { obstacle: string };

/** Finds the Electron binary of the project, fetching it when the machine can. */
export function findElectron(project: string): ElectronSearch {
  const obstacle = windowObstacle();
  if (obstacle !== undefined) return { obstacle };
  const packageFolder = join(project, 'node_modules/electron');
  const present = installedElectron(packageFolder);
  if (present !== undefined) return { binary: present };
  console.log('Fetching the Electron binary, once (use "npm start -- --web" to do without) …');
  const { status } = spawnSync(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: FETCH_MILLISECONDS,
  });
  const fetched = status === 0 ? installedElectron(packageFolder) : undefined;
  return fetched === undefined
    ? { obstacle: 'its binary could not be fetched' }
    : { binary: fetched };
}
