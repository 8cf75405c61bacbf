import * as vscode from 'vscode';

/** Scheme of the documents that show what a draft would be. */
const SCHEME = 'nianbao-changed';

/** Shows what a draft would be beside what it is, and asks whether to go on. */
export interface Comparison extends vscode.Disposable {
  /**
   * @param text the whole draft as it would be
   * @param title of the comparison
   * @param question asked below it
   * @returns whether the user wants it, and the draft is still as it was
   */
  readonly confirmed: (
    document: vscode.TextDocument,
    text: string,
    title: string,
    question: string,
  ) => Promise<boolean>;
}

/** The comparisons of this window. */
export function comparison(): Comparison {
  const texts = new Map<string, string>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()),
  });
  return {
    dispose: () => provider.dispose(),
    confirmed: async (document, text, title, question) => {
      const { version } = document;
      const changed = document.uri.with({ scheme: SCHEME, query: String(version) });
      texts.set(changed.toString(), text);
      await vscode.commands.executeCommand('vscode.diff', document.uri, changed, title);
      const apply = vscode.l10n.t('Apply');
      const choice = await vscode.window.showInformationMessage(question, apply);
      texts.delete(changed.toString());
      if (choice !== apply) return false;
      if (document.version === version) return true;
      vscode.window.showWarningMessage(vscode.l10n.t('The draft has changed meanwhile; please try again.'));
      return false;
    },
  };
}
