import * as vscode from 'vscode';
import { requests } from '../../server/src/lsp/protocol.ts';
import type { OpenReadiness } from '../../server/src/lsp/wire.ts';
import type { AtHand } from './atHand.ts';
import type { Server } from './client.ts';
import { debounced } from './debounce.ts';

/** Milliseconds after the last change until the readiness is asked for. */
const REST = 400;

/**
 * The language status item of reports, with the command that opens the checklist behind it. Tells the editor by the
 * context `nianbao.isReport` whether the active document is one.
 */
export function readinessStatus(server: Server, selector: vscode.DocumentSelector, atHand: AtHand): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('nianbao.readiness', selector);
  item.name = vscode.l10n.t('Annual report');
  item.command = { command: 'nianbao.showReadiness', title: vscode.l10n.t('What is left to do') };

  const ask = async (): Promise<OpenReadiness | undefined> => {
    const uri = atHand.uri();
    return uri && server.request(requests.readiness, { uri: uri.toString() });
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
    vscode.window.tabGroups.onDidChangeTabs(schedule),
    vscode.window.tabGroups.onDidChangeTabGroups(schedule),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() === atHand.uri()?.toString()) schedule();
    }),
    vscode.commands.registerCommand('nianbao.showReadiness', async () => {
      const readiness = await ask();
      if (readiness === undefined) {
        vscode.window.showInformationMessage(vscode.l10n.t('The active document is not an annual report.'));
        return;
      }
      const choice = await vscode.window.showQuickPick(checklist(readiness), {
        title: vscode.l10n.t('What is left to do in the annual report'),
      });
      if (choice !== undefined) await vscode.commands.executeCommand(choice.leadsTo);
    }),
    { dispose },
  );
}

/** A line of the checklist, and the command that leads to what it tells of. */
interface Line extends vscode.QuickPickItem {
  readonly leadsTo: string;
}

/** Where a line leads to. */
const places = {
  sheet: 'nianbao.showReview',
  blank: 'nianbao.nextBlank',
  problems: 'workbench.actions.view.problems',
  fixes: 'nianbao.fixAll',
} as const;

/** The checklist's lines: what is done with a check mark, what is left with a circle; what can be fixed at once first. */
function checklist(readiness: OpenReadiness): Line[] {
  const { sections, tables, relations, numbers, blanks, placeholders, findings, fixable } = readiness;
  const line = (done: boolean, label: string, description: string, place: keyof typeof places): Line => ({
    label: `$(${done ? 'check' : 'circle-large-outline'}) ${label}`,
    description,
    leadsTo: places[place],
  });
  const tally = ({ holds, fails, unjudged }: OpenReadiness['relations']): string =>
    vscode.l10n.t('{0} hold, {1} fail, {2} cannot be judged', holds, fails, unjudged);
  const fix = {
    label: `$(wand) ${vscode.l10n.t('Fix everything that is safe to fix')}`,
    description: String(fixable),
    leadsTo: places.fixes,
  };
  const found = vscode.l10n.t(
    '{0} errors, {1} warnings, {2} notes, {3} hints',
    findings.error,
    findings.warning,
    findings.information,
    findings.hint,
  );
  return [
    ...(fixable > 0 ? [fix] : []),
    line(sections.found === sections.all, vscode.l10n.t('Sections'), `${sections.found}/${sections.all}`, 'sheet'),
    line(tables.found === tables.all, vscode.l10n.t('Tables'), `${tables.found}/${tables.all}`, 'sheet'),
    line(
      relations.fails + relations.unjudged === 0,
      vscode.l10n.t('Relations of the tables'),
      tally(relations),
      'sheet',
    ),
    line(numbers.fails === 0, vscode.l10n.t('Numbers of the text'), tally(numbers), 'sheet'),
    line(blanks === 0, vscode.l10n.t('Blank cells'), String(blanks), 'blank'),
    line(placeholders === 0, vscode.l10n.t('Places still to fill in'), String(placeholders), 'blank'),
    line(findings.error + findings.warning === 0, vscode.l10n.t('Findings'), found, 'problems'),
  ];
}
