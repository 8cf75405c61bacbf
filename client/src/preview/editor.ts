import * as vscode from 'vscode';
import type { ToPage } from './messages.ts';
import type { PreviewSource } from './source.ts';

/** Keeps the page and the editor of its draft at the same place; neither follows its own echo. */
export interface EditorLink extends vscode.Disposable {
  /** Tells the page where the editor is, if one shows the draft. */
  readonly tell: () => void;
  /** Takes the editor to the line that the page begins with; a part of a line is out of the page's sight. */
  readonly scrollTo: (line: number) => void;
  /** Keeps to itself how the editor moves next: to a place that was clicked, under the pointer, on the page. */
  readonly keepStill: () => void;
}

/** Milliseconds for which the editor's own answer to a scroll that the page asked for is no news. */
const ECHO = 300;
/** Milliseconds that an editor takes at most to go to a place that was clicked. */
const STILL = 800;

/** Tells the page of each scroll and each move of the caret in the editor of the source's draft. */
export function linkEditor(source: PreviewSource, post: (message: ToPage) => void): EditorLink {
  let quietUntil = 0;
  let stillUntil = 0;
  /** The line that the page asked the editor to begin with, and how many lines the editor put before it. */
  let wanted = 0;
  let lead: number | undefined;
  const isEcho = (): boolean => Date.now() < quietUntil;
  const isStill = (): boolean => Date.now() < stillUntil;
  const editorNow = (): vscode.TextEditor | undefined =>
    vscode.window.visibleTextEditors.find(({ document }) => source.isOf(document));
  const tellScroll = (editor: vscode.TextEditor): void => {
    const first = editor.visibleRanges[0]?.start.line;
    if (first === undefined || isStill()) return;
    if (!isEcho()) post({ type: 'scroll', line: first + Math.min(first, lead ?? leadOf(editor)) });
    // Lines that are wrapped make it less than the setting says.
    else if (wanted - first <= leadOf(editor)) lead = Math.max(0, wanted - first);
  };
  const tellCaret = ({ document, selection: { active } }: vscode.TextEditor, show: boolean): void =>
    post({ type: 'cursor', offset: document.offsetAt(active), line: active.line, show });
  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (source.isOf(textEditor.document)) tellScroll(textEditor);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      // Whoever moves in the editor is no longer at the place that was clicked.
      if (kind === vscode.TextEditorSelectionChangeKind.Keyboard || kind === vscode.TextEditorSelectionChangeKind.Mouse)
        stillUntil = 0;
      if (source.isOf(textEditor.document)) tellCaret(textEditor, !isEcho() && !isStill());
    }),
  );
  return {
    tell: () => {
      const editor = editorNow();
      if (editor === undefined) return;
      tellScroll(editor);
      tellCaret(editor, false);
    },
    scrollTo: (line) => {
      const editor = editorNow();
      if (editor === undefined) return;
      quietUntil = Date.now() + ECHO;
      wanted = Math.max(0, Math.min(Math.floor(line), editor.document.lineCount - 1));
      lead = undefined;
      editor.revealRange(new vscode.Range(wanted, 0, wanted, 0), vscode.TextEditorRevealType.AtTop);
    },
    keepStill: () => {
      stillUntil = Date.now() + STILL;
    },
    dispose: () => listeners.dispose(),
  };
}

/** Lines that an editor keeps free over the one it is to begin with: headings may stick there. */
function leadOf({ document }: vscode.TextEditor): number {
  const settings = vscode.workspace.getConfiguration('editor', document);
  const sticky =
    settings.get('stickyScroll.enabled') === true ? settings.get<number>('stickyScroll.maxLineCount', 5) : 0;
  return Math.max(sticky, settings.get<number>('cursorSurroundingLines', 0));
}
