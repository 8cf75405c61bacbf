import * as vscode from 'vscode';
import { commands } from '../../../server/src/lsp/protocol.ts';
import type { AtHand } from '../atHand.ts';
import type { Server } from '../client.ts';
import type { SavedState } from './messages.ts';
import { openPreview, type Preview } from './panel.ts';

const VIEW = 'nianbao.preview';

/** The previews that are open. */
export interface Previews extends vscode.Disposable {
  readonly all: () => readonly Preview[];
}

/**
 * The commands that open previews and lock them. One preview follows the active draft; locked ones stay with theirs.
 * All are there again after the window was reloaded.
 */
export function previews(
  server: Server,
  extension: vscode.Uri,
  selector: vscode.DocumentSelector,
  atHand: AtHand,
): Previews {
  const folder = vscode.Uri.joinPath(extension, 'dist', 'preview');
  const open = new Set<Preview>();
  const add = (panel: vscode.WebviewPanel, state: SavedState): Preview => {
    const preview = openPreview(panel, server, folder, state);
    open.add(preview);
    panel.onDidDispose(() => open.delete(preview));
    return preview;
  };
  const show = async (column: vscode.ViewColumn, preserveFocus: boolean): Promise<void> => {
    const uri = atHand.uri();
    const following = [...open].find((preview) => !preview.locked());
    if (uri === undefined) return following?.panel.reveal(undefined, preserveFocus);
    if (following === undefined) {
      const panel = vscode.window.createWebviewPanel(VIEW, vscode.l10n.t('Preview'), {
        viewColumn: column,
        preserveFocus,
      });
      add(panel, { uri: uri.toString() });
      return;
    }
    following.panel.reveal(column === vscode.ViewColumn.Active ? column : undefined, preserveFocus);
    await following.follow(uri);
  };
  const toggleLock = (): void => {
    const all = [...open];
    (all.find(({ panel }) => panel.active) ?? all.find(({ panel }) => panel.visible))?.toggleLock();
  };

  const registrations = vscode.Disposable.from(
    vscode.commands.registerCommand('nianbao.preview', () => show(vscode.ViewColumn.Active, false)),
    vscode.commands.registerCommand(commands.previewToSide.command, () => show(vscode.ViewColumn.Beside, true)),
    vscode.commands.registerCommand('nianbao.previewLock', toggleLock),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor === undefined || vscode.languages.match(selector, editor.document) === 0) return;
      for (const preview of open) if (!preview.locked()) preview.follow(editor.document.uri).catch(() => undefined);
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        add(panel, savedIn(state));
      },
    }),
  );
  // The panels stay: a window that is reloaded brings them back.
  return { all: () => [...open], dispose: () => registrations.dispose() };
}

/** What a page had kept; whatever it is. */
function savedIn(state: unknown): SavedState {
  const { uri, locked }: Readonly<Record<string, unknown>> = Object(state);
  return { ...(typeof uri === 'string' && { uri }), locked: locked === true };
}
