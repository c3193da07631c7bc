import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { vi } from 'vitest';

/**
 * Stands for the package `electron` in unit tests (alias in vitest.config.ts): the real one would start a download when
 * it is evaluated without its binary. Only what the shell uses; it records, and tests play the part of Chromium.
 */

type Listener = (...values: unknown[]) => unknown;

class FakeApp extends EventEmitter {
  isPackaged = true;
  readonly paths = new Map<string, string>();
  readonly switches = new Set<string>();
  readonly commandLine = { hasSwitch: (name: string) => this.switches.has(name) };
  readonly ready = Promise.withResolvers<void>();
  readonly enableSandbox = vi.fn<() => void>();
  readonly requestSingleInstanceLock = vi.fn<(data?: unknown) => boolean>(() => true);
  readonly quit = vi.fn<() => void>();
  readonly exit = vi.fn<(code?: number) => void>();
  whenReady(): Promise<void> {
    return this.ready.promise;
  }
  getLocale(): string {
    return 'zh-CN';
  }
  getName(): string {
    return 'Hengmo';
  }
  getPath(name: string): string {
    return this.paths.get(name) ?? tmpdir();
  }
  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }
}

export class FakeWebContents extends EventEmitter {
  static #count = 0;
  readonly id = (FakeWebContents.#count += 1);
  readonly sent: unknown[][] = [];
  url = '';
  windowOpenHandler: ((details: { url: string }) => { action: string }) | null = null;
  #destroyed = false;
  send(...message: unknown[]): void {
    this.sent.push(message);
  }
  getURL(): string {
    return this.url;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
  destroy(): void {
    this.#destroyed = true;
    this.emit('destroyed');
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly made: BrowserWindow[] = [];
  readonly webContents = new FakeWebContents();
  readonly options: Record<string, unknown>;
  bounds = { x: 10, y: 20, width: 1000, height: 700 };
  maximized = false;
  minimized = false;
  readonly show = vi.fn<() => void>();
  readonly focus = vi.fn<() => void>();
  readonly restore = vi.fn<() => void>();
  readonly maximize = vi.fn<() => void>();
  readonly loadURL = vi.fn<(url: string) => Promise<void>>(async (url) => {
    this.webContents.url = url;
  });
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    BrowserWindow.made.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  getNormalBounds(): object {
    return this.bounds;
  }
}

class FakeIpcMain {
  readonly handlers = new Map<string, Listener>();
  handle(channel: string, handler: Listener): void {
    this.handlers.set(channel, handler);
  }
  /** As if a renderer had invoked the channel: what crosses is cloned, both ways. */
  async invoke(channel: string, event: unknown, ...values: unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel);
    if (handler === undefined) throw new Error(`no handler for ${channel}`);
    const result = await handler(event, ...values.map((value) => structuredClone(value)));
    return structuredClone(result);
  }
}

export class FakeSession extends EventEmitter {
  readonly protocol = {
    handlers: new Map<string, (request: Request) => Promise<Response>>(),
    handle(scheme: string, handler: (request: Request) => Promise<Response>) {
      this.handlers.set(scheme, handler);
    },
  };
  readonly webRequest = {
    beforeRequest: null as Listener | null,
    onBeforeRequest(listener: Listener) {
      this.beforeRequest = listener;
    },
  };
  permissionRequestHandler: Listener | null = null;
  permissionCheckHandler: Listener | null = null;
  devicePermissionHandler: Listener | null = null;
  displayMediaRequestHandler: Listener | null = null;
  spellChecker = true;
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }
  setPermissionRequestHandler(handler: Listener): void {
    this.permissionRequestHandler = handler;
  }
  setPermissionCheckHandler(handler: Listener): void {
    this.permissionCheckHandler = handler;
  }
  setDevicePermissionHandler(handler: Listener): void {
    this.devicePermissionHandler = handler;
  }
  setDisplayMediaRequestHandler(handler: Listener): void {
    this.displayMediaRequestHandler = handler;
  }
}

class FakeIpcRenderer extends EventEmitter {
  readonly invoke = vi.fn<(channel: string, ...values: unknown[]) => Promise<unknown>>(
    async () => undefined,
  );
}

export const app = new FakeApp();
export const ipcMain = new FakeIpcMain();
export const ipcRenderer = new FakeIpcRenderer();
export const session = { defaultSession: new FakeSession() };
export const protocol = { registerSchemesAsPrivileged: vi.fn<(schemes: unknown[]) => void>() };
export const screen = {
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
  getAllDisplays: () => screen.displays,
};
export const shell = {
  openExternal: vi.fn<(url: string) => Promise<void>>(async () => undefined),
  showItemInFolder: vi.fn<(path: string) => void>(),
};
export const dialog = {
  showOpenDialog: vi.fn<(...values: unknown[]) => Promise<{ filePaths: string[] }>>(async () => ({
    filePaths: [],
  })),
  showSaveDialog: vi.fn<(...values: unknown[]) => Promise<{ filePath: string }>>(async () => ({
    filePath: '',
  })),
  showErrorBox: vi.fn<(title: string, content: string) => void>(),
};
export const Menu = {
  shown: [] as unknown[],
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu(menu: unknown) {
    Menu.shown.push(menu);
  },
};
export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld(name: string, value: unknown) {
    contextBridge.exposed.set(name, value);
  },
};
export const webUtils = {
  /** Paths of files that a person has really dropped, by File object. */
  dropped: new WeakMap<object, string>(),
  getPathForFile(file: object): string {
    if (!(file instanceof File)) throw new TypeError('not a File');
    return webUtils.dropped.get(file) ?? '';
  },
};
