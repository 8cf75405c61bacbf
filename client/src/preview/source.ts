import * as vscode from 'vscode';
import { requests } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../client.ts';
import { debounced } from '../debounce.ts';
import { documentOf } from './draft.ts';
import type { Content } from './messages.ts';

/** The draft that a preview shows, and what the server made of it last. */
export interface PreviewSource extends vscode.Disposable {
  readonly uri: () => vscode.Uri | undefined;
  /** Undefined where the draft is no report. */
  readonly content: () => Content | undefined;
  readonly isOf: (document: vscode.TextDocument | undefined) => boolean;
  /** Takes another draft, unless it is no report while one that is is shown. */
  readonly follow: (uri: vscode.Uri) => Promise<void>;
  /** Asks the server anew for the same draft. */
  readonly refresh: () => Promise<void>;
}

/** Milliseconds after the last change until the server is asked anew. */
const REST = 150;

/**
 * A source that asks for nothing yet. It asks again whenever the draft, or what is found in it, changes.
 * @param uri the draft to begin with
 * @param changed called with each answer that came in time, and whether it is the first of its draft
 */
export function createSource(
  server: Server,
  uri: vscode.Uri | undefined,
  changed: (isFirst: boolean) => void,
): PreviewSource {
  let shown = uri;
  let content: Content | undefined;
  let asked = 0;
  const isOf = (document: vscode.TextDocument | undefined): boolean =>
    document !== undefined && document.uri.toString() === shown?.toString();
  const refresh = async (): Promise<void> => {
    const turn = ++asked;
    const answer = shown && (await contentOf(server, shown));
    if (turn !== asked) return;
    const isFirst = content === undefined;
    content = answer;
    changed(isFirst);
  };
  const follow = async (wanted: vscode.Uri): Promise<void> => {
    if (wanted.toString() === shown?.toString() && content !== undefined) return;
    const turn = ++asked;
    const answer = await contentOf(server, wanted);
    if (turn !== asked || (answer === undefined && content !== undefined)) return;
    shown = wanted;
    content = answer;
    changed(true);
  };
  const resting = debounced(REST, refresh);
  const listeners = vscode.Disposable.from(
    resting,
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isOf(document)) resting.schedule();
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isOf(document) && content === undefined) resting.schedule();
    }),
    // Settings and comments of the folder may change what is found.
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((each) => each.toString() === shown?.toString())) resting.schedule();
    }),
  );
  const dispose = (): void => {
    asked++;
    listeners.dispose();
  };
  return { uri: () => shown, content: () => content, isOf, follow, refresh, dispose };
}

/** What the server makes of a draft. One that no editor shows any more is closed after a while; it knows open ones only. */
async function contentOf(server: Server, uri: vscode.Uri): Promise<Content | undefined> {
  const document = await documentOf(uri);
  return document && server.request(requests.preview, { uri: document.uri.toString() });
}
