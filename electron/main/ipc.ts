import { stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Reply } from '../../shared/contract/bridge.ts';
import { CALL_CHANNEL, EVENT_CHANNEL, OFFER_CHANNEL } from '../../shared/contract/channels.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { OpenPurpose } from '../../shared/contract/file-purpose.ts';
import type { Host, HostConnection, HostOptions } from '../host/create-host.ts';
import { isTrustedSender } from './trusted-sender.ts';

export interface Ipc {
  /** Connects a window to the host until its contents are destroyed. */
  admit(contents: WebContents): HostConnection;
}

/** The one way in from the renderer: each message is from a window of ours or is refused and logged. */
export function setUpIpc(ipcMain: IpcMain, host: Host, logger: HostOptions['logger']): Ipc {
  const connections = new Map<number, HostConnection>();
  const trustedIds = new Set<number>();

  async function withSender(
    event: IpcMainInvokeEvent,
    channel: string,
    answer: (connection: HostConnection) => Promise<Reply>,
  ): Promise<Reply> {
    const connection = connections.get(event.sender.id);
    if (connection === undefined || !isTrustedSender(event, trustedIds)) {
      logger.warn('a message of a stranger', { channel, url: event.senderFrame?.url ?? null });
      return refusal(new AppError('E_FORBIDDEN', 'only the application’s own window may ask'));
    }
    return answer(connection);
  }

  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, input: unknown) =>
    withSender(event, CALL_CHANNEL, (connection) => connection.call(method, input)),
  );
  ipcMain.handle(OFFER_CHANNEL, (event, purpose: unknown, path: unknown) =>
    withSender(event, OFFER_CHANNEL, (connection) => offerFile(connection, purpose, path)),
  );

  return {
    admit(contents) {
      const connection = host.connect((event) => {
        if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, event);
      });
      const { id } = contents;
      connections.set(id, connection);
      trustedIds.add(id);
      contents.once('destroyed', () => {
        trustedIds.delete(id);
        connections.delete(id);
        connection.close();
      });
      return connection;
    },
  };
}

async function offerFile(
  connection: HostConnection,
  purpose: unknown,
  path: unknown,
): Promise<Reply> {
  const parsed = OpenPurpose.safeParse(purpose);
  // A File that a script made has an empty path.
  const isFile =
    typeof path === 'string' &&
    isAbsolute(path) &&
    (await stat(path).then(
      (found) => found.isFile(),
      () => false,
    ));
  if (!parsed.success || !isFile) {
    return refusal(
      new AppError('E_INPUT', 'expected a file dropped on the window', {
        reason: 'no-dropped-file',
      }),
    );
  }
  const token = connection.offerFile(path, parsed.data);
  return { ok: true, value: { token, fileName: basename(path) } };
}

function refusal(error: AppError): Reply {
  return { ok: false, error: error.toReply() };
}
