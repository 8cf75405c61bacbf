import * as vscode from 'vscode';
import { commands, requests } from '../../server/src/lsp/protocol.ts';
import type { NumbersPage, ToDraw } from '../../server/src/lsp/wire.ts';
import type { OtherDraft } from '../../server/src/output/review/lastYear.ts';
import type { AtHand } from './atHand.ts';
import type { Server } from './client.ts';
import { debounced } from './debounce.ts';
import { neighboursOf } from './neighbours.ts';
import { nonceOf } from './nonce.ts';
import { documentOf, reveal } from './preview/draft.ts';
import { tellNoReport } from './reviewSheet.ts';

/** A page of the server's that is shown beside the draft. */
interface View {
  /** Command and type of its panel. */
  readonly command: string;
  readonly title: string;
  /** Whether the drafts in the same folder go with the question: one of them may be last year's. */
  readonly withNeighbours: boolean;
  /** The page of a draft; undefined where it is no report. */
  readonly ask: (wanted: ToDraw) => Promise<NumbersPage | undefined>;
}

/** Milliseconds after the last change until a page is made anew. */
const REST = 400;

/** The commands that show the review sheet, and the numbers as pictures, in panels that follow the draft's changes. */
export function pageViews(server: Server, atHand: AtHand): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.showLine.command, showLine),
    pageView(atHand, {
      command: 'nianbao.showReview',
      title: vscode.l10n.t('Review sheet'),
      withNeighbours: false,
      ask: async ({ uri, nonce }) => {
        const page = await server.request(requests.reviewSheet, { uri, nonce });
        return page !== undefined && 'html' in page ? { html: page.html, beside: undefined } : undefined;
      },
    }),
    pageView(atHand, {
      command: 'nianbao.numbers',
      title: vscode.l10n.t('Numbers of the report'),
      withNeighbours: true,
      ask: (wanted) => server.request(requests.numbers, wanted),
    }),
  );
}

/** Goes to a line, from 1, of a draft, in the editor that shows it. */
async function showLine(uri: unknown, line: unknown): Promise<void> {
  if (typeof uri !== 'string' || typeof line !== 'number') return;
  const draft = vscode.Uri.parse(uri);
  const document = await documentOf(draft);
  if (document === undefined || line < 1 || line > document.lineCount) return;
  const { range } = document.lineAt(line - 1);
  const start = document.offsetAt(range.start);
  await reveal(draft, { start, end: start });
}

/** The draft that a view shows, and those of its neighbours that go with every question. */
interface Shown {
  readonly uri: string;
  readonly others: readonly OtherDraft[];
}

function pageView(atHand: AtHand, { command, title, withNeighbours, ask }: View): vscode.Disposable {
  let shown: Shown | undefined;
  let asked = 0;
  const panel = pagePanel(command, title, () => {
    shown = undefined;
  });
  const open = async (): Promise<void> => {
    const draft = atHand.uri();
    if (draft === undefined) return tellNoReport();
    const turn = ++asked;
    const uri = draft.toString();
    const others = withNeighbours ? await neighboursOf(draft) : [];
    const page = await ask({ uri, others, nonce: panel.nonce() });
    if (page === undefined) return tellNoReport();
    if (turn !== asked) return;
    // The others are not sent again with every change.
    shown = { uri, others: others.filter(({ name }) => name === page.beside) };
    panel.show(page.html);
  };
  const resting = debounced(REST, async () => {
    if (shown === undefined) return;
    const turn = ++asked;
    const page = await ask({ ...shown, nonce: panel.nonce() });
    // What is no report any more for a moment, while it is being rewritten, keeps its page.
    if (page !== undefined && turn === asked) panel.paint(page.html);
  });
  return vscode.Disposable.from(
    vscode.commands.registerCommand(command, open),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === shown?.uri) resting.schedule();
    }),
    resting,
    panel,
  );
}

/** The panel of a view, which comes and goes. */
interface PagePanel extends vscode.Disposable {
  /** What the page's policy lets its style sheet be known by; the same as long as the panel lives. */
  readonly nonce: () => string;
  /** Paints a page into the panel, where there is one. */
  readonly paint: (html: string) => void;
  /** Brings a panel up with a page in it, and leaves the focus where it is. */
  readonly show: (html: string) => void;
}

function pagePanel(type: string, title: string, closed: () => void): PagePanel {
  let panel: vscode.WebviewPanel | undefined;
  let nonce = nonceOf();
  let painted = '';
  const paint = (html: string): void => {
    // The same page is not loaded again: it keeps its place.
    if (panel === undefined || html === painted) return;
    painted = html;
    panel.webview.html = html;
  };
  const create = (): vscode.WebviewPanel => {
    const created = vscode.window.createWebviewPanel(
      type,
      title,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      {
        enableScripts: false,
        // The places in a page are links.
        enableCommandUris: [commands.showLine.command],
        localResourceRoots: [],
      },
    );
    created.onDidDispose(() => {
      panel = undefined;
      painted = '';
      nonce = nonceOf();
      closed();
    });
    return created;
  };
  return {
    nonce: () => nonce,
    paint,
    show: (html) => {
      panel ??= create();
      paint(html);
      panel.reveal(undefined, true);
    },
    dispose: () => panel?.dispose(),
  };
}
