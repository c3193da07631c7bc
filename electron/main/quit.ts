import type { App } from 'electron';
import type { Host, HostOptions } from '../host/create-host.ts';

/** The application ends when the host has finished its changes and folded the workbook into its file. */
export function closeHostBeforeQuit(app: App, host: Host, logger: HostOptions['logger']): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    host
      .close()
      .catch((cause: unknown) => logger.error('the host did not close', { cause }))
      .finally(() => {
        state = 'closed';
        app.quit();
      });
  });
}
