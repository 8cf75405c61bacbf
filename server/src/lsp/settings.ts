import type { Connection } from 'vscode-languageserver';
import type { Log } from './guard.ts';

/** Settings of one document. */
export interface Settings {
  readonly enable: boolean;
}

/** Settings by document, asked for once and kept until they change. */
export interface SettingsStore {
  /** The document's settings; the defaults where the client cannot tell. Never rejects. */
  readonly get: (uri: string) => Promise<Settings>;
  readonly drop: (uri: string) => void;
  /** Forgets everything; `sent` is what came with the change, and all that there is of a client that is not asked. */
  readonly reset: (sent: unknown) => void;
  /** Has a function called after each later reset. */
  readonly onReset: (listener: () => void) => void;
}

/**
 * The settings under `nianbao`.
 * @param ask whether the client answers `workspace/configuration`
 */
export function createSettings(connection: Connection, log: Log, ask: boolean): SettingsStore {
  const cache = new Map<string, Promise<Settings>>();
  const listeners: (() => void)[] = [];
  let fallback = readSettings(undefined);

  const request = (uri: string) =>
    connection.workspace.getConfiguration({ scopeUri: uri, section: 'nianbao' }).then(readSettings, (error) => {
      log.failure('workspace/configuration', error);
      return fallback;
    });

  return {
    get: (uri) => {
      if (!ask) return Promise.resolve(fallback);
      const known = cache.get(uri) ?? request(uri);
      cache.set(uri, known);
      return known;
    },
    drop: (uri) => cache.delete(uri),
    reset: (sent) => {
      cache.clear();
      // Many a client sends an empty message once after `initialize`: that takes nothing back.
      if (isObject(sent) && sent.nianbao !== undefined) fallback = readSettings(sent.nianbao);
      for (const listener of listeners) listener();
    },
    onReset: (listener) => listeners.push(listener),
  };
}

/** Settings out of what a client sent, which may be anything. */
function readSettings(value: unknown): Settings {
  return { enable: !isObject(value) || value.enable !== false };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
