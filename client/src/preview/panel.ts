import * as vscode from 'vscode';
import { requests } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../client.ts';
import { nameOf } from '../files.ts';
import { applyFix, reveal, write } from './draft.ts';
import { linkEditor } from './editor.ts';
import type { FromPage, SavedState, ToPage } from './messages.ts';
import { shellOf } from './shell.ts';
import { createSource, type PreviewSource } from './source.ts';

/** What the page shows. */
export interface Painted {
  readonly version: number;
  readonly blocks: number;
  readonly marks: number;
}

/** One preview. */
export interface Preview {
  readonly panel: vscode.WebviewPanel;
  readonly uri: () => vscode.Uri | undefined;
  readonly locked: () => boolean;
  /** What the page said it has painted last. */
  readonly painted: () => Painted | undefined;
  /** Shows a draft, unless it is no report while another one is shown. */
  readonly follow: (uri: vscode.Uri) => Promise<void>;
  readonly toggleLock: () => void;
  /** Does what the page asks for. */
  readonly receive: (message: FromPage) => Promise<void>;
}

/** A preview in a panel that is empty yet. It lives until the panel is closed. */
export function openPreview(
  panel: vscode.WebviewPanel,
  server: Server,
  folder: vscode.Uri,
  saved: SavedState,
): Preview {
  /** Before, nobody hears what is posted. */
  let isReady = false;
  let painted: Painted | undefined;
  const post = (message: ToPage): void => {
    if (isReady) panel.webview.postMessage(message);
  };
  const source = createSource(server, saved.uri === undefined ? undefined : vscode.Uri.parse(saved.uri), (isFirst) =>
    show(isFirst),
  );
  const editor = linkEditor(source, post);
  const lock = createLock(source, saved.locked === true, post);
  const show = (isFirst: boolean): void => {
    panel.title = titleOf(source.uri());
    lock.tell();
    post(contentMessage(source));
    if (isFirst) editor.tell();
  };
  const receive = async (message: FromPage): Promise<void> => {
    switch (message.type) {
      case 'ready':
        isReady = true;
        return source.content() === undefined ? source.refresh() : show(true);
      case 'painted':
        painted = message;
        return;
      case 'lock':
        return lock.toggle();
      case 'reveal':
        editor.keepStill();
        return ask(message, server, source.uri(), post);
      case 'fixAll':
        await vscode.commands.executeCommand('nianbao.fixAll', source.uri()?.toString());
        return;
      case 'scrolled':
        return editor.scrollTo(message.line);
      default:
        return ask(message, server, source.uri(), post);
    }
  };

  panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
  const listener = panel.webview.onDidReceiveMessage(receive);
  panel.onDidDispose(() => vscode.Disposable.from(source, editor, listener).dispose());
  panel.webview.html = shellOf(panel.webview, folder);
  const { uri, follow } = source;
  return { panel, uri, locked: lock.isOn, painted: () => painted, follow, toggleLock: lock.toggle, receive };
}

function titleOf(uri: vscode.Uri | undefined): string {
  return uri === undefined ? vscode.l10n.t('Preview') : vscode.l10n.t('Preview {0}', nameOf(uri));
}

function contentMessage(source: PreviewSource): ToPage {
  const [uri, content] = [source.uri(), source.content()];
  return content === undefined || uri === undefined
    ? { type: 'nothing' }
    : { type: 'content', uri: uri.toString(), content };
}

/** Whether a preview stays with its draft when another one becomes active. */
interface Lock {
  readonly isOn: () => boolean;
  /** Tells the page. */
  readonly tell: () => void;
  /** A preview that shows no draft cannot be locked; one that is let go follows the active draft at once. */
  readonly toggle: () => void;
}

function createLock(source: PreviewSource, wasOn: boolean, post: (message: ToPage) => void): Lock {
  let locked = wasOn && source.uri() !== undefined;
  const tell = (): void => post({ type: 'locked', locked });
  return {
    isOn: () => locked,
    tell,
    toggle: () => {
      locked = !locked && source.uri() !== undefined;
      tell();
      const active = vscode.window.activeTextEditor?.document;
      if (!locked && active !== undefined) source.follow(active.uri).catch(() => undefined);
    },
  };
}

/** What the page asks to be done with the draft that it shows. */
type Wish = Extract<FromPage, { readonly type: 'reveal' | 'fix' | 'write' | 'whatIf' }>;

async function ask(
  wish: Wish,
  server: Server,
  uri: vscode.Uri | undefined,
  post: (message: ToPage) => void,
): Promise<void> {
  if (uri === undefined) return;
  switch (wish.type) {
    case 'reveal':
      return reveal(uri, wish);
    case 'fix':
      return applyFix(uri, wish);
    case 'write':
      return write(uri, wish.answer);
    case 'whatIf': {
      const { turn, start, end, text } = wish;
      const answer = await server.request(requests.whatIf, { uri: uri.toString(), start, end, text });
      post({ type: 'whatIf', turn, answer });
    }
  }
}
