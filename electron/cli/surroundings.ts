import type { Clock, Ids } from '../services/ports.ts';

/** What the commands need of the machine; tests may replace it. */
export interface Surroundings {
  /** Bundled data, templates and fonts. */
  readonly resourcesFolder: string;
  /** The built renderer, for `serve`. */
  readonly rendererFolder: string;
  /** Settings, logs and backups. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Data: stdout. */
  readonly out: (text: string) => void;
  /** One line for people: stderr. */
  readonly message: (line: string) => void;
}
