import type { OpenPurpose, SavePurpose } from '../../shared/contract/file-purpose.ts';

/** The only things that a shell does for the host: what needs a person, a desktop or a browser. */
export interface Capabilities {
  /** Path of the file that the person chose; null: cancelled. */
  pickOpen(purpose: OpenPurpose, connection: string): Promise<string | null>;
  /** Path to write to; null: cancelled. `suggestedName` is a file name without folder. */
  pickSave(purpose: SavePurpose, suggestedName: string, connection: string): Promise<string | null>;
  /** Opens a link that `external-link.ts` has allowed, outside the application. */
  openLink(url: string, connection: string): Promise<void>;
  /** Hands a written file to the person: shows it in its folder, or downloads it. */
  reveal(path: string, connection: string): Promise<void>;
}
