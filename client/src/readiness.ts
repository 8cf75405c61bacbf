import * as vscode from 'vscode';
import type { Readiness } from '../../server/src/features/readiness.ts';
import { requests } from '../../server/src/lsp/protocol.ts';
import type { Server } from './client.ts';
import { debounced } from './debounce.ts';

/** Milliseconds after the last change until the readiness is asked for. */
const REST = 400;

/**
 * The language status item of reports, with the command that opens the checklist behind it. Tells the editor by the
 * context `nianbao.isReport` whether the active document is one.
 */
export function readinessStatus(server: Server, selector: vscode.DocumentSelector): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('nianbao.readiness', selector);
  item.name = vscode.l10n.t('Annual report');
  item.command = { command: 'nianbao.showReadiness', title: vscode.l10n.t('Checklist') };

  const ask = async (): Promise<Readiness | undefined> => {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || vscode.languages.match(selector, document) === 0) return undefined;
    return server.request(requests.readiness, { uri: document.uri.toString() });
  };
  const refresh = async (): Promise<void> => {
    const readiness = await ask();
    await vscode.commands.executeCommand('setContext', 'nianbao.isReport', readiness !== undefined);
    if (readiness === undefined) {
      item.text = vscode.l10n.t('Not an annual report');
      item.severity = vscode.LanguageStatusSeverity.Information;
      return;
    }
    const { error, warning } = readiness.findings;
    item.text =
      error + warning === 0
        ? vscode.l10n.t('Annual report {0}: no errors or warnings', String(readiness.year ?? ''))
        : vscode.l10n.t('Annual report {0}: {1} errors, {2} warnings', String(readiness.year ?? ''), error, warning);
    item.severity =
      error > 0
        ? vscode.LanguageStatusSeverity.Error
        : warning > 0
          ? vscode.LanguageStatusSeverity.Warning
          : vscode.LanguageStatusSeverity.Information;
  };
  const { schedule, dispose } = debounced(REST, refresh);
  schedule();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(schedule),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) schedule();
    }),
    vscode.commands.registerCommand('nianbao.showReadiness', async () => {
      const readiness = await ask();
      if (readiness === undefined) {
        vscode.window.showInformationMessage(vscode.l10n.t('The active document is not an annual report.'));
        return;
      }
      const choice = await vscode.window.showQuickPick(checklist(readiness), {
        title: vscode.l10n.t('Checklist of the annual report'),
      });
      if (choice !== undefined) await vscode.commands.executeCommand('nianbao.showReview');
    }),
    { dispose },
  );
}

/** The checklist's lines: what is done with a check mark, what is left with a circle. */
function checklist(readiness: Readiness): vscode.QuickPickItem[] {
  const { sections, tables, relations, numbers, blanks, placeholders, findings } = readiness;
  const line = (done: boolean, label: string, description: string): vscode.QuickPickItem => ({
    label: `$(${done ? 'check' : 'circle-large-outline'}) ${label}`,
    description,
  });
  const tally = ({ holds, fails, unjudged }: Readiness['relations']): string =>
    vscode.l10n.t('{0} hold, {1} fail, {2} cannot be judged', holds, fails, unjudged);
  return [
    line(sections.found === sections.all, vscode.l10n.t('Sections'), `${sections.found}/${sections.all}`),
    line(tables.found === tables.all, vscode.l10n.t('Tables'), `${tables.found}/${tables.all}`),
    line(relations.fails + relations.unjudged === 0, vscode.l10n.t('Relations of the tables'), tally(relations)),
    line(numbers.fails === 0, vscode.l10n.t('Numbers of the text'), tally(numbers)),
    line(blanks === 0, vscode.l10n.t('Blank cells'), String(blanks)),
    line(placeholders === 0, vscode.l10n.t('Places still to fill in'), String(placeholders)),
    line(
      findings.error + findings.warning === 0,
      vscode.l10n.t('Findings'),
      vscode.l10n.t(
        '{0} errors, {1} warnings, {2} notes, {3} hints',
        findings.error,
        findings.warning,
        findings.information,
        findings.hint,
      ),
    ),
  ];
}
