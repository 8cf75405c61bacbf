import * as vscode from 'vscode';
import type { Goal } from '../../server/src/features/blanks.ts';
import { requests } from '../../server/src/lsp/protocol.ts';
import type { CellAt, Gone, Versioned } from '../../server/src/lsp/wire.ts';
import type { AtHand } from './atHand.ts';
import type { Server } from './client.ts';

/** Tells the editor whether the selection is in one cell of a statutory table: there Tab and Enter go on to others. */
const IN_CELL = 'nianbao.inCell';

/** The commands that go from cell to cell, or to what is still to be filled in, and where each leads. */
const goals: Readonly<Record<string, Goal>> = {
  'nianbao.nextCell': 'next',
  'nianbao.previousCell': 'previous',
  'nianbao.cellBelow': 'below',
  'nianbao.cellAbove': 'above',
  'nianbao.nextBlank': 'nextBlank',
  'nianbao.previousBlank': 'previousBlank',
};

/** Fills tables in like a grid: the keys that go from cell to cell, and the row and column of the cell at hand. */
export function grid(server: Server, selector: vscode.DocumentSelector, atHand: AtHand): vscode.Disposable {
  const shown = cellDisplay();
  let asked = 0;
  let known: KnownCell | undefined;
  const look = async (): Promise<void> => {
    const turn = ++asked;
    const editor = vscode.window.activeTextEditor;
    const cell = editor && (await cellOf(editor));
    // Another look has begun meanwhile, at a later selection.
    if (turn !== asked) return;
    await vscode.commands.executeCommand('setContext', IN_CELL, cell !== undefined);
    known = cell && editor && { cell, editor, selection: editor.selection };
    shown.show(editor, cell);
  };
  const cellOf = async ({ document, selections }: vscode.TextEditor): Promise<Versioned<CellAt> | undefined> => {
    const [selection, ...others] = selections;
    if (selection === undefined || others.length > 0 || vscode.languages.match(selector, document) === 0)
      return undefined;
    return server.request(requests.cell, { uri: document.uri.toString(), range: rangeOf(selection) });
  };
  const go = async (to: Goal): Promise<void> => {
    const editor = await atHand.editor();
    if (editor === undefined) return;
    const { document, selection } = editor;
    // While nothing has changed since the cell was looked at, the next key need not wait for the server.
    const gone =
      ahead(known, editor, to) ??
      (await server.request(requests.goTo, { uri: document.uri.toString(), range: rangeOf(selection), to }));
    if (gone === undefined) {
      if (to === 'nextBlank' || to === 'previousBlank')
        vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing is left to fill in.'), 3000);
      return;
    }
    const { start, end } = gone.range;
    editor.selection = new vscode.Selection(start.line, start.character, end.line, end.character);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    if (gone.offered !== undefined) await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
  };
  // Keys that are pressed one after another go on from each other.
  let last: Promise<void> = Promise.resolve();
  const commands = Object.entries(goals).map(([command, to]) =>
    vscode.commands.registerCommand(command, () => {
      last = last.then(() => go(to)).catch(() => undefined);
      return last;
    }),
  );
  const lookAgain = (): void => {
    look().catch(() => undefined);
  };
  lookAgain();
  return vscode.Disposable.from(
    shown,
    ...commands,
    vscode.window.onDidChangeActiveTextEditor(lookAgain),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) lookAgain();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) lookAgain();
    }),
  );
}

/** The cell that was looked at last. */
interface KnownCell {
  readonly cell: Versioned<CellAt>;
  readonly editor: vscode.TextEditor;
  readonly selection: vscode.Selection;
}

/** Where a step leads, where that is known of the editor as it is now. */
function ahead(known: KnownCell | undefined, editor: vscode.TextEditor, to: Goal): Gone | undefined {
  if (known === undefined || to === 'nextBlank' || to === 'previousBlank') return undefined;
  const isNow =
    known.editor === editor &&
    known.cell.version === editor.document.version &&
    known.selection.isEqual(editor.selection);
  return isNow ? known.cell.around[to] : undefined;
}

/** Shows where the caret is: in the status bar with table and group, behind its line with row and column alone. */
function cellDisplay(): vscode.Disposable & {
  readonly show: (editor: vscode.TextEditor | undefined, cell: CellAt | undefined) => void;
} {
  const item = vscode.window.createStatusBarItem('nianbao.cell', vscode.StatusBarAlignment.Left, -10);
  item.name = vscode.l10n.t('Cell of the table');
  item.command = 'nianbao.nextBlank';
  item.tooltip = vscode.l10n.t('Tab: next cell. Enter: down the column. Click: next place to fill in.');
  const behind = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 1.5em', color: new vscode.ThemeColor('editorCodeLens.foreground') },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  let decorated: vscode.TextEditor | undefined;
  const show = (editor: vscode.TextEditor | undefined, cell: CellAt | undefined): void => {
    if (decorated !== editor) decorated?.setDecorations(behind, []);
    decorated = editor;
    if (editor === undefined || cell === undefined) {
      editor?.setDecorations(behind, []);
      item.hide();
      return;
    }
    item.text = `$(table) ${[cell.table, ...cell.row, cell.column].join(' › ')}`;
    item.show();
    const { line } = editor.selection.active;
    const range = editor.document.lineAt(line).range;
    const contentText = `← ${cell.short} › ${cell.column}`;
    editor.setDecorations(behind, [{ range, renderOptions: { after: { contentText } } }]);
  };
  return { show, dispose: () => vscode.Disposable.from(item, behind).dispose() };
}

function rangeOf({ start, end }: vscode.Range): { readonly start: vscode.Position; readonly end: vscode.Position } {
  return { start, end };
}
