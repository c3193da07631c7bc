import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Reply } from '../../shared/contract/bridge.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { OpenPurpose } from '../../shared/contract/file-purpose.ts';
import type { Session } from './sessions.ts';
import { unusedPath } from './unused-path.ts';

/** A file that a session may send once. */
export interface Upload {
  /** Names the unfinished file. */
  readonly id: string;
  readonly folder: string;
  /** Plain, without folder. */
  readonly fileName: string;
  readonly purpose: OpenPurpose;
  /** As announced; the body must have just so many. */
  readonly bytes: number;
  readonly session: Session;
}

/** A file that a session may fetch once. */
export interface Download {
  readonly path: string;
  readonly session: Session;
}

/** A workbook of a million observations has some hundred megabytes. */
export const MOST_UPLOAD_BYTES = 1024 * 1024 * 1024;

/** Writes the body of the request to the place of its ticket; the answer is a `Reply` with the file's token. */
export async function receiveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  upload: Upload,
): Promise<void> {
  await mkdir(upload.folder, { recursive: true, mode: 0o700 });
  const partial = join(upload.folder, `.${upload.id}.part`);
  let path: string;
  try {
    const written = createWriteStream(partial, { flags: 'wx', mode: 0o600 });
    await pipeline(request, exactly(upload.bytes), written);
    path = await unusedPath(upload.folder, upload.fileName);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    if (!(error instanceof AppError)) throw error;
    // What is left of the body is not read.
    response.setHeader('Connection', 'close');
    reply(response, 400, { ok: false, error: error.toReply() });
    return;
  }
  const token = upload.session.connection.offerFile(path, upload.purpose);
  reply(response, 200, { ok: true, value: { token, fileName: basename(path) } });
}

/** Lets through just the announced number of bytes. */
function exactly(bytes: number): Transform {
  let seen = 0;
  const refusal = () =>
    new AppError('E_INPUT', `the upload was announced with ${bytes} bytes`, {
      reason: 'upload-size',
      expected: String(bytes),
      found: seen > bytes ? `more than ${bytes}` : String(seen),
    });
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > bytes) done(refusal());
      else done(null, chunk);
    },
    flush(done) {
      done(seen === bytes ? null : refusal());
    },
  });
}

export async function sendDownload(response: ServerResponse, { path }: Download): Promise<void> {
  const { size } = await stat(path);
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': size,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(basename(path))}`,
    'Cache-Control': 'no-store',
  });
  await pipeline(createReadStream(path), response);
}

function reply(response: ServerResponse, status: number, body: Reply): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}
