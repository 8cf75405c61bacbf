import * as vscode from 'vscode';
import { nonceOf } from '../nonce.ts';
import type { PageWords } from './messages.ts';

/**
 * The preview's page before anything is shown on it. Its policy lets it load its own style sheet and script and nothing
 * else, from nowhere else.
 * @param folder `dist/preview`
 */
export function shellOf(webview: vscode.Webview, folder: vscode.Uri): string {
  const at = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  const nonce = nonceOf();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; img-src 'none'; base-uri 'none'; form-action 'none'`;
  const words = wordsOf();
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(words.report)}</title>
<link rel="stylesheet" href="${at('preview.css')}">
</head>
<body data-words="${escapeHtml(JSON.stringify(words))}">
<script nonce="${nonce}" src="${at('preview.js')}"></script>
</body>
</html>`;
}

function wordsOf(): PageWords {
  return {
    severities: {
      error: vscode.l10n.t('Error'),
      warning: vscode.l10n.t('Warning'),
      information: vscode.l10n.t('Information'),
      hint: vscode.l10n.t('Hint'),
    },
    view: vscode.l10n.t('View'),
    web: vscode.l10n.t('Web page'),
    sheets: vscode.l10n.t('A4 pages'),
    zoom: vscode.l10n.t('Zoom'),
    zoomIn: vscode.l10n.t('Zoom in'),
    zoomOut: vscode.l10n.t('Zoom out'),
    lock: vscode.l10n.t('Lock to this draft'),
    findings: vscode.l10n.t('Findings'),
    none: vscode.l10n.t('Nothing was found.'),
    filter: vscode.l10n.t('Show by severity'),
    list: vscode.l10n.t('Show the list'),
    place: vscode.l10n.t('Line {0}: {1}'),
    fix: vscode.l10n.t('Fix: {0}'),
    fixAll: vscode.l10n.t('Fix all'),
    added: vscode.l10n.t('{0} new findings: {1}'),
    nothing: vscode.l10n.t('No annual report to show. Open one in the editor.'),
    whatIf: vscode.l10n.t('What if'),
    whatIfHint: vscode.l10n.t('Try another figure in a cell: click it, or press F2. The draft stays as it is.'),
    broken: vscode.l10n.t('Would break'),
    fixed: vscode.l10n.t('Would fix'),
    unchanged: vscode.l10n.t('No relation would change.'),
    refused: vscode.l10n.t('This cannot be written into the cell.'),
    write: vscode.l10n.t('Enter writes it into the draft, Escape leaves the draft as it is.'),
    report: vscode.l10n.t('Preview of the annual report'),
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
