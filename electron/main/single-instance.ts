import type { App } from 'electron';

/** What a second start hands over to the first. */
export interface SecondStart {
  readonly workbook: string | null;
}

/** Two processes must not own one workbook. False: another is running and has been told; this one must end. */
export function isFirstInstance(app: App, start: SecondStart): boolean {
  return app.requestSingleInstanceLock({ ...start });
}

export function onSecondStart(app: App, listener: (start: SecondStart) => void): void {
  app.on('second-instance', (_event, _words, _folder, data) => {
    const workbook = (data as Partial<SecondStart> | null)?.workbook;
    listener({ workbook: typeof workbook === 'string' ? workbook : null });
  });
}
