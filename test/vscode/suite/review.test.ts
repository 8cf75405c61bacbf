/** The review sheet and the pictures, shown beside the draft. */

import * as vscode from 'vscode';
import { diagnosticsOf, openCopy, screenshot, waitFor } from './helpers.ts';

/** The tab of a panel of that type, once it is there. */
function tabOf(type: string): Promise<vscode.Tab> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`no panel of ${type}`));
    }, 10_000);
    const subscription = vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
      const tab = opened.find(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(type));
      if (tab === undefined) return;
      clearTimeout(timer);
      subscription.dispose();
      resolve(tab);
    });
  });
}

describe('review', () => {
  for (const command of ['nianbao.showReview', 'nianbao.numbers']) {
    it(`shows a page beside the draft: ${command}`, async () => {
      const document = await openCopy('001-办公厅-2019.md');
      await waitFor(() => diagnosticsOf(document.uri).length > 0, 'findings');
      const shown = tabOf(command);
      await vscode.commands.executeCommand(command);
      await shown;
      await screenshot(command);
    });
  }
});
