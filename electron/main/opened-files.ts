import type { App } from 'electron';

/** Files that macOS asks the application to open, also those that come before it is ready. */
export interface OpenedFiles {
  /** From now on the listener gets them, first those that have been waiting. */
  deliver(listener: (path: string) => void): void;
}

export function collectOpenedFiles(app: App): OpenedFiles {
  const waiting: string[] = [];
  let receive = (path: string): void => void waiting.push(path);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    receive(path);
  });
  return {
    deliver(listener) {
      receive = listener;
      for (const path of waiting.splice(0)) listener(path);
    },
  };
}
