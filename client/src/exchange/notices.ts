import * as vscode from 'vscode';

/** Notes that a notice has room for. */
const ROOM = 3;

/** Notices of what was written or read, and the output channel with what could not be carried over. */
export interface Notices extends vscode.Disposable {
  /**
   * Says that something was done, with notes on what was left out: as a warning where there are any. More notes than
   * a notice has room for stand in the output channel. Resolves to whether the button was pressed.
   */
  readonly done: (headline: string, notes: readonly string[], button?: string) => Promise<boolean>;
}

/** Notices without an output channel until there is something for it. */
export function createNotices(): Notices {
  let channel: vscode.OutputChannel | undefined;
  const listed = (headline: string, notes: readonly string[]): vscode.OutputChannel => {
    channel ??= vscode.window.createOutputChannel(vscode.l10n.t('Nianbao: export and import'));
    channel.appendLine([headline, ...notes.map((note) => `  ${note}`)].join('\n'));
    return channel;
  };
  return {
    done: async (headline, notes, button) => {
      const buttons = button === undefined ? [] : [button];
      if (notes.length === 0) return (await vscode.window.showInformationMessage(headline, ...buttons)) === button;
      const list = listed(headline, notes);
      const all = vscode.l10n.t('Show all');
      const shown = [headline, ...notes.slice(0, ROOM)].join(' ');
      const choice = await vscode.window.showWarningMessage(shown, ...buttons, ...(notes.length > ROOM ? [all] : []));
      if (choice === all) list.show(true);
      return choice !== undefined && choice === button;
    },
    dispose: () => channel?.dispose(),
  };
}
