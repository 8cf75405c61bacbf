import type { Connection } from 'vscode-languageserver';
import { parseConfig, type Rules, readRules } from '../analysis/settings/config.ts';
import { type Options, type PlacedConfig, resolveOptions } from '../analysis/settings/resolve.ts';
import type { Log } from './guard.ts';
import type { ConfigText, EditorSettings, Given } from './wire.ts';

/** Settings of one document; the same object until something changes. */
export interface Settings {
  readonly enable: boolean;
  readonly options: Options;
  /** Whether totals show what their parts come to. */
  readonly inlayHints: boolean;
  /** Whether a line over each table tells whether it balances. */
  readonly codeLens: boolean;
}

/** Settings by document, asked for once and kept until they change. */
export interface SettingsStore {
  /** The document's settings; the defaults where the client cannot tell. Never rejects. */
  readonly get: (uri: string) => Promise<Settings>;
  readonly drop: (uri: string) => void;
  /** Takes what a client sent as its configurations, which may be anything, in place of those before. */
  readonly setConfigs: (sent: unknown) => void;
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
  let fallback = readEditorSettings(undefined);
  let configs: readonly PlacedConfig[] = [];

  const request = (uri: string) =>
    connection.workspace.getConfiguration({ scopeUri: uri, section: 'nianbao' }).then(readEditorSettings, (error) => {
      log.failure('workspace/configuration', error);
      return fallback;
    });
  const resolved = async (uri: string): Promise<Settings> => {
    const { rules, ...own } = ask ? await request(uri) : fallback;
    return { ...own, options: resolveOptions(configs, readable(uri), { below: rules }) };
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };

  return {
    get: (uri) => {
      const known = cache.get(uri) ?? resolved(uri);
      cache.set(uri, known);
      return known;
    },
    setConfigs: (sent) => {
      cache.clear();
      configs = readConfigs(sent);
      tell();
    },
    drop: (uri) => cache.delete(uri),
    reset: (sent) => {
      cache.clear();
      // Many a client sends an empty message once after `initialize`: that takes nothing back.
      const { nianbao }: { readonly nianbao?: unknown } = Object(sent);
      if (nianbao !== undefined) fallback = readEditorSettings(nianbao);
      tell();
    },
    onReset: (listener) => listeners.push(listener),
  };
}

/** What holds in an editor by its own settings. */
interface OwnSettings extends Omit<Settings, 'options'> {
  readonly rules: Rules;
}

/** Settings out of what a client sent, which may be anything. */
function readEditorSettings(sent: unknown): OwnSettings {
  const { enable, inlayHints, codeLens, rules }: Given<EditorSettings> = Object(sent);
  return {
    enable: enable !== false,
    inlayHints: inlayHints !== false,
    codeLens: codeLens !== false,
    rules: readRules(rules),
  };
}

/** The configurations out of what a client sent, which may be anything; what is wrong in them the editor shows there. */
function readConfigs(sent: unknown): PlacedConfig[] {
  return (Array.isArray(sent) ? sent : []).flatMap((item) => {
    const { uri, text }: Given<ConfigText> = Object(item);
    if (typeof uri !== 'string' || typeof text !== 'string') return [];
    return [{ folder: readable(uri).replace(/[^/]*$/, ''), config: parseConfig(text).config }];
  });
}

/** A URI with its characters as they are read, so that globs fit; one that is damaged stays as it is. */
function readable(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
