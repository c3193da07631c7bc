import { app } from 'electron';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '../../../electron/host/create-host.ts';
import { chooseFolders } from '../../../electron/main/folders.ts';
import { collectOpenedFiles } from '../../../electron/main/opened-files.ts';
import { closeHostBeforeQuit } from '../../../electron/main/quit.ts';
import { isFirstInstance, onSecondStart } from '../../../electron/main/single-instance.ts';
import { workbookArgument } from '../../../electron/main/workbook-argument.ts';
import type { app as fakeApp } from '../../mocks/electron.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';

const fake = app as unknown as typeof fakeApp;
beforeEach(() => {
  fake.removeAllListeners();
  fake.quit.mockClear();
  fake.switches.clear();
  fake.paths.clear();
  fake.isPackaged = true;
});

describe('quitting', () => {
  const attempt = () => {
    let prevented = false;
    fake.emit('will-quit', { preventDefault: () => (prevented = true) });
    return prevented;
  };

  test('waits for the host, once, and then goes through', async () => {
    const gate = Promise.withResolvers<void>();
    let closings = 0;
    const host: Pick<Host, 'close'> = {
      close() {
        closings += 1;
        return gate.promise;
      },
    };
    closeHostBeforeQuit(app, host as Host, createRecordingLogger());
    expect(attempt()).toBe(true);
    expect(attempt()).toBe(true);
    expect(closings).toBe(1);
    expect(fake.quit).not.toHaveBeenCalled();
    gate.resolve();
    await expect.poll(() => fake.quit.mock.calls.length).toBe(1);
    expect(attempt()).toBe(false);
  });

  test('goes through even if the host fails to close, and the log says so', async () => {
    const logger = createRecordingLogger();
    const host: Pick<Host, 'close'> = { close: () => Promise.reject(new Error('disk gone')) };
    closeHostBeforeQuit(app, host as Host, logger);
    attempt();
    await expect.poll(() => fake.quit.mock.calls.length).toBe(1);
    expect(logger.entries).toMatchObject([{ level: 'error' }]);
    expect(attempt()).toBe(false);
  });
});

describe('a second start', () => {
  test('hands its workbook to the first', () => {
    fake.requestSingleInstanceLock.mockReturnValueOnce(false);
    expect(isFirstInstance(app, { workbook: '/a.hengmo' })).toBe(false);
    expect(fake.requestSingleInstanceLock).toHaveBeenLastCalledWith({ workbook: '/a.hengmo' });
    const starts: unknown[] = [];
    onSecondStart(app, (start) => starts.push(start));
    fake.emit('second-instance', {}, [], '/', { workbook: '/a.hengmo' });
    fake.emit('second-instance', {}, [], '/', null);
    fake.emit('second-instance', {}, [], '/', { workbook: 7 });
    expect(starts).toEqual([{ workbook: '/a.hengmo' }, { workbook: null }, { workbook: null }]);
  });
});

test('files that macOS opens wait until somebody listens', () => {
  const files = collectOpenedFiles(app);
  let prevented = 0;
  const event = { preventDefault: () => (prevented += 1) };
  fake.emit('open-file', event, '/early.hengmo');
  const seen: string[] = [];
  files.deliver((path) => seen.push(path));
  fake.emit('open-file', event, '/late.hengmo');
  expect(seen).toEqual(['/early.hengmo', '/late.hengmo']);
  expect(prevented).toBe(2);
});

test.each([
  [['/a/b.hengmo'], '/a/b.hengmo'],
  [['b.HENGMO'], '/desk/b.HENGMO'],
  [['--flag=x.hengmo', 'c.hengmo'], '/desk/c.hengmo'],
  [['--no-sandbox', '.'], undefined],
  [[], undefined],
])('of the words %j the workbook is %s', (words, path) => {
  expect(workbookArgument(words, '/desk')).toBe(path);
});

describe('folders', () => {
  test('of a packaged application: resources outside of the archive', () => {
    Object.assign(process, { resourcesPath: '/opt/hengmo/resources' });
    const folders = chooseFolders(app, '/opt/hengmo/resources/app.asar/dist');
    expect(folders).toMatchObject({
      resources: '/opt/hengmo/resources/resources',
      renderer: '/opt/hengmo/resources/app.asar/dist/renderer',
      preload: '/opt/hengmo/resources/app.asar/dist/preload.cjs',
    });
  });

  test('of the repository', () => {
    fake.isPackaged = false;
    expect(chooseFolders(app, '/repository/dist').resources).toBe('/repository/resources');
  });

  test('the analyst’s files and Chromium’s are apart', () => {
    const { data } = chooseFolders(app, '/dist');
    expect(fake.paths.get('userData')).toBe(data);
    expect(fake.paths.get('sessionData')).toBe(`${data}/browser`);
  });

  test('a data folder given on the command line counts', () => {
    fake.switches.add('user-data-dir');
    fake.paths.set('userData', '/tmp/test-data');
    expect(chooseFolders(app, '/dist').data).toBe('/tmp/test-data');
  });
});
