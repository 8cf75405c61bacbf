import * as vscode from 'vscode';
import { requests } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../client.ts';
import type { Content, FromPage, SavedState, ToPage, WhatIf } from './messages.ts';
import { shellOf } from './shell.ts';

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

/** Milliseconds after the last change until the page is brought up to date. */
const REST = 150;
/** Milliseconds for which the editor's own answer to a scroll that the page asked for is no news. */
const ECHO = 300;

/** A preview in a panel that is empty yet. It lives until the panel is closed. */
export function openPreview(
  panel: vscode.WebviewPanel,
  server: Server,
  folder: vscode.Uri,
  { uri: savedUri, locked: savedLock }: SavedState,
): Preview {
  let uri = savedUri === undefined ? undefined : vscode.Uri.parse(savedUri);
  let locked = savedLock === true && uri !== undefined;
  let content: Content | undefined;
  let painted: Painted | undefined;
  let ready = false;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quietUntil = 0;
  /** The line that the page asked the editor to begin with, and how many lines the editor put before it. */
  let wanted = 0;
  let lead: number | undefined;

  const post = (message: ToPage): void => {
    if (ready) panel.webview.postMessage(message);
  };
  const isShown = (document: vscode.TextDocument | undefined): boolean =>
    document !== undefined && document.uri.toString() === uri?.toString();

  const send = (): void => {
    const name = uri?.path.slice(uri.path.lastIndexOf('/') + 1) ?? '';
    panel.title = uri === undefined ? vscode.l10n.t('Preview') : vscode.l10n.t('Preview {0}', name);
    post({ type: 'locked', locked });
    post(
      content === undefined || uri === undefined
        ? { type: 'nothing' }
        : { type: 'content', uri: uri.toString(), content },
    );
  };
  const show = (): void => {
    send();
    const editor = vscode.window.visibleTextEditors.find(({ document }) => isShown(document));
    if (editor === undefined) return;
    tellScroll(editor);
    tellCursor(editor, false);
  };
  const ask = async (wanted: vscode.Uri): Promise<Content | undefined> => {
    // A draft that no editor shows any more is closed after a while; the server knows open ones only.
    const document = await documentOf(wanted);
    return document && server.request(requests.preview, { uri: document.uri.toString() });
  };
  const refresh = async (): Promise<void> => {
    const turn = ++asked;
    const answer = uri === undefined ? undefined : await ask(uri);
    if (turn !== asked) return;
    const isFirst = content === undefined;
    content = answer;
    if (isFirst) show();
    else send();
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      refresh().catch(() => undefined);
    }, REST);
  };
  const follow = async (wanted: vscode.Uri): Promise<void> => {
    if (wanted.toString() === uri?.toString() && content !== undefined) return;
    const turn = ++asked;
    const answer = await ask(wanted);
    if (turn !== asked || (answer === undefined && content !== undefined)) return;
    uri = wanted;
    content = answer;
    show();
  };
  const tellScroll = (editor: vscode.TextEditor): void => {
    const first = editor.visibleRanges[0]?.start.line;
    if (first === undefined) return;
    if (Date.now() >= quietUntil) post({ type: 'scroll', line: first + Math.min(first, lead ?? leadOf(editor)) });
    // Lines that are wrapped make it less than the setting says.
    else if (wanted - first <= leadOf(editor)) lead = Math.max(0, wanted - first);
  };
  const tellCursor = ({ document, selection }: vscode.TextEditor, show: boolean): void => {
    const { active } = selection;
    post({ type: 'cursor', offset: document.offsetAt(active), line: active.line, show });
  };

  const toggleLock = (): void => {
    locked = !locked && uri !== undefined;
    post({ type: 'locked', locked });
    const active = vscode.window.activeTextEditor?.document;
    if (!locked && active !== undefined) follow(active.uri).catch(() => undefined);
  };
  const receive = async (message: FromPage): Promise<void> => {
    switch (message.type) {
      case 'ready':
        ready = true;
        return content === undefined ? refresh() : show();
      case 'painted':
        painted = message;
        return;
      case 'lock':
        return toggleLock();
      case 'reveal':
        return uri && reveal(uri, message);
      case 'fix':
        return uri && applyFix(uri, message);
      case 'write':
        return uri && write(uri, message.answer);
      case 'whatIf': {
        const { turn, start, end, text } = message;
        if (uri === undefined) return;
        const wanted = { uri: uri.toString(), start, end, text };
        post({ type: 'whatIf', turn, answer: await server.request(requests.whatIf, wanted) });
        return;
      }
      case 'scrolled': {
        const editor = vscode.window.visibleTextEditors.find(({ document }) => isShown(document));
        if (editor === undefined) return;
        quietUntil = Date.now() + ECHO;
        const line = Math.max(0, Math.min(Math.floor(message.line), editor.document.lineCount - 1));
        wanted = line;
        lead = undefined;
        editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
      }
    }
  };

  panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
  const listeners = vscode.Disposable.from(
    panel.webview.onDidReceiveMessage(receive),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isShown(document)) schedule();
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isShown(document) && content === undefined) schedule();
    }),
    // Settings and comments of the folder may change what is found.
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((changed) => changed.toString() === uri?.toString())) schedule();
    }),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (isShown(textEditor.document)) tellScroll(textEditor);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isShown(textEditor.document)) tellCursor(textEditor, Date.now() >= quietUntil);
    }),
  );
  panel.onDidDispose(() => {
    clearTimeout(timer);
    asked++;
    listeners.dispose();
  });
  panel.webview.html = shellOf(panel.webview, folder);
  return { panel, uri: () => uri, locked: () => locked, painted: () => painted, follow, toggleLock, receive };
}

/** Lines that an editor keeps free over the one it is to begin with: headings may stick there. */
function leadOf({ document }: vscode.TextEditor): number {
  const settings = vscode.workspace.getConfiguration('editor', document);
  const sticky =
    settings.get('stickyScroll.enabled') === true ? settings.get<number>('stickyScroll.maxLineCount', 5) : 0;
  return Math.max(sticky, settings.get<number>('cursorSurroundingLines', 0));
}

async function documentOf(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

/** Goes to a place of a draft, in the editor that shows it or in a new one. */
async function reveal(
  uri: vscode.Uri,
  { start, end }: { readonly start: number; readonly end: number },
): Promise<void> {
  const document = await documentOf(uri);
  if (document === undefined) return;
  const shown = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  await vscode.window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(document.positionAt(start), document.positionAt(end)),
  });
}

/** Writes into a draft what was tried in a cell, unless the draft has changed since. */
async function write(uri: vscode.Uri, { version, edit }: WhatIf): Promise<void> {
  const document = await documentOf(uri);
  const change = new vscode.WorkspaceEdit();
  if (document?.version === version) {
    change.replace(uri, new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end)), edit.text);
    if (await vscode.workspace.applyEdit(change)) return;
  }
  vscode.window.showWarningMessage(vscode.l10n.t('The draft has changed meanwhile; nothing was written.'));
}

/** Applies the fix of a finding that the light bulb offers under a title. */
async function applyFix(
  uri: vscode.Uri,
  fix: { readonly code: string; readonly start: number; readonly end: number; readonly title: string },
): Promise<void> {
  const document = await documentOf(uri);
  if (document === undefined) return;
  const range = new vscode.Range(document.positionAt(fix.start), document.positionAt(fix.end));
  const actions = await vscode.commands.executeCommand<readonly (vscode.CodeAction | vscode.Command)[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    100,
  );
  const action = actions.find((each) => each.title === fix.title && 'edit' in each && each.edit !== undefined);
  const applied =
    action !== undefined && 'edit' in action && action.edit && (await vscode.workspace.applyEdit(action.edit));
  if (applied !== true) {
    vscode.window.showWarningMessage(vscode.l10n.t('The draft has changed meanwhile; the fix was not applied.'));
  }
}
