import * as vscode from 'vscode';
import type { Server } from './client.ts';
import { type Neighbour, neighboursOf } from './neighbours.ts';

/** A page that the server made. */
interface Page {
  readonly html: string;
}

/** The pictures, and the name of the file that is shown beside the draft. */
interface Numbers extends Page {
  readonly beside?: string;
}

/** Milliseconds after the last change until the pictures are drawn anew. */
const REST = 400;

/** The command that writes the review sheet of the active report to a file that the user names. */
export function reviewSheetCommand(server: Server): vscode.Disposable {
  return vscode.commands.registerCommand('nianbao.reviewSheet', async () => {
    const draft = vscode.window.activeTextEditor?.document.uri;
    const page = await askFor<Page>(server, 'nianbao/reviewSheet', draft);
    if (page === undefined || draft === undefined) return;
    const target = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Save the review sheet'),
      defaultUri: besides(draft),
      filters: { HTML: ['html'], Word: ['docx'] },
    });
    if (target === undefined) return;
    const isWord = /\.docx$/i.test(target.path);
    try {
      const bytes = isWord ? await wordSheet(server, draft) : new TextEncoder().encode(page.html);
      await vscode.workspace.fs.writeFile(target, bytes);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      vscode.window.showErrorMessage(vscode.l10n.t('The review sheet could not be written: {0}', reason));
      return;
    }
    const button = isWord ? vscode.l10n.t('Open') : vscode.l10n.t('Open in the browser');
    const choice = await vscode.window.showInformationMessage(vscode.l10n.t('The review sheet was written.'), button);
    if (choice === button) await vscode.env.openExternal(target);
  });
}

/** The review sheet of a draft as a Word file. */
async function wordSheet(server: Server, draft: vscode.Uri): Promise<Uint8Array> {
  const sheet = await server.request<{ readonly base64: string }>('nianbao/reviewSheet', {
    uri: draft.toString(),
    to: 'docx',
  });
  if (sheet === undefined) throw new Error(vscode.l10n.t('The active document is not an annual report.'));
  return Buffer.from(sheet.base64, 'base64');
}

/** A page of the server's that is shown beside the draft. */
interface View {
  /** Command and type of its panel. */
  readonly command: string;
  readonly method: string;
  readonly title: string;
  /** Whether the drafts in the same folder go with the request: one of them may be last year's. */
  readonly withNeighbours: boolean;
}

/** The commands that show the review sheet, and the numbers as pictures, in panels that follow the draft's changes. */
export function pageViews(server: Server): vscode.Disposable {
  return vscode.Disposable.from(
    pageView(server, {
      command: 'nianbao.showReview',
      method: 'nianbao/reviewSheet',
      title: vscode.l10n.t('Review sheet'),
      withNeighbours: false,
    }),
    pageView(server, {
      command: 'nianbao.numbers',
      method: 'nianbao/numbers',
      title: vscode.l10n.t('Numbers of the report'),
      withNeighbours: true,
    }),
  );
}

function pageView(server: Server, { command, method, title, withNeighbours }: View): vscode.Disposable {
  let panel: vscode.WebviewPanel | undefined;
  let shown: vscode.Uri | undefined;
  let beside: readonly Neighbour[] = [];
  let html = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const paint = (page: Page): void => {
    if (panel === undefined || page.html === html) return;
    html = page.html;
    panel.webview.html = withPolicy(html);
  };
  const open = async (): Promise<void> => {
    const draft = vscode.window.activeTextEditor?.document.uri;
    const turn = ++asked;
    const others = draft === undefined || !withNeighbours ? [] : await neighboursOf(draft);
    const page = await askFor<Numbers>(server, method, draft, { others });
    if (page === undefined || turn !== asked) return;
    shown = draft;
    // The others are not sent again with every change.
    beside = others.filter(({ name }) => name === page.beside);
    if (panel === undefined) {
      html = '';
      panel = vscode.window.createWebviewPanel(command, title, vscode.ViewColumn.Beside, {
        enableScripts: false,
        enableCommandUris: false,
        localResourceRoots: [],
      });
      panel.onDidDispose(() => {
        panel = undefined;
        shown = undefined;
      });
    }
    paint(page);
    panel.reveal(undefined, true);
  };
  const refresh = async (): Promise<void> => {
    if (shown === undefined) return;
    const turn = ++asked;
    const page = await server.request<Numbers>(method, { uri: shown.toString(), others: beside });
    // What is no report any more for a moment, while it is being rewritten, keeps its pictures.
    if (page !== undefined && turn === asked) paint(page);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(command, open),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() !== shown?.toString()) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        refresh().catch(() => undefined);
      }, REST);
    }),
    { dispose: () => clearTimeout(timer) },
    { dispose: () => panel?.dispose() },
  );
}

/** What the server makes of a draft; undefined, and the user is told, where the draft is no report. */
async function askFor<T>(
  server: Server,
  method: string,
  draft: vscode.Uri | undefined,
  more: object = {},
): Promise<T | undefined> {
  const answer = draft && (await server.request<T>(method, { uri: draft.toString(), ...more }));
  if (answer === undefined) {
    vscode.window.showInformationMessage(vscode.l10n.t('The active document is not an annual report.'));
  }
  return answer;
}

/** Where the sheet of a draft goes unless the user says otherwise: beside it, or into the first folder. */
function besides(draft: vscode.Uri): vscode.Uri {
  const name = draft.path.slice(draft.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const folder =
    draft.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(draft, '..');
  const file = `${name}-核对表.html`;
  return folder === undefined ? vscode.Uri.file(file) : vscode.Uri.joinPath(folder, file);
}

/** A page of the server's with a policy: its own style sheet and nothing else, no script, nothing from anywhere. */
function withPolicy(html: string): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  // Each stands once before all text of the draft, which is escaped.
  return html
    .replace(
      '<meta charset="utf-8">',
      (meta) => `${meta}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    )
    .replace('<style>', `<style nonce="${nonce}">`);
}
