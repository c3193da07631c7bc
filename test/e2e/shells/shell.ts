import type { Page } from '@playwright/test';

/** One set of specs for two shells: what a spec sees is a page, not the shell behind it. */
export interface Shell {
  /** Opens the workbench, by default on a workbook made from the bundled data in a data folder of its own. */
  open(options?: OpenOptions): Promise<Workbench>;
  close(): Promise<void>;
}

export interface OpenOptions {
  language?: 'zh' | 'en';
  theme?: 'light' | 'dark';
  /** The system asks for more contrast. */
  contrast?: boolean;
  width?: number;
  height?: number;
  /** Continue with the data folder of an earlier workbench, to see what survives a restart. */
  dataFolder?: string;
  /** Path of a workbook other than the one made from the bundled data. */
  workbook?: string;
}

export interface Workbench {
  page: Page;
  dataFolder: string;
  /** What went wrong unseen: console errors, unhandled rejections, violations of the content policy. */
  problems: string[];
  /** Another page on the same host, e.g. for conflicting edits; only the web shell has it. */
  anotherPage(): Promise<Page>;
  /**
   * Another host, with another workbook, takes the place of this one at the same address; the page stays. Gives the
   * address that it prints. Only the web shell has it.
   */
  replaceHost(workbook: string): Promise<string>;
  /** Ends the host as a user would; the data folder stays. */
  quit(): Promise<void>;
}

/** Writes down everything that a page reports as an error. */
export function collectProblems(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
}
