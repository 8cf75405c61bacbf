import * as vscode from 'vscode';

/** What a manifest says of the language of reports in plain text. */
interface Language {
  readonly id: string;
  readonly firstLine?: string;
}

const REPORTS = 'nianbao';

/**
 * Gives text files whose first line is the title of a report the language of reports: VS Code asks the first line only
 * where the ending of the name says nothing. Each file once, so that whoever chooses another language keeps it.
 * @param manifest of this extension
 */
export function reportLanguage(manifest: unknown): vscode.Disposable {
  const first = firstLineIn(manifest);
  const done = new Set<string>();
  const look = (document: vscode.TextDocument): void => {
    const { languageId, uri } = document;
    if (first === undefined || languageId !== 'plaintext' || !/\.txt$/i.test(uri.path)) return;
    if (done.has(uri.toString()) || !first.test(titleLine(document))) return;
    done.add(uri.toString());
    vscode.languages.setTextDocumentLanguage(document, REPORTS).then(undefined, () => undefined);
  };
  for (const document of vscode.workspace.textDocuments) look(document);
  return vscode.workspace.onDidOpenTextDocument(look);
}

/** The first line that is not empty. */
function titleLine(document: vscode.TextDocument): string {
  for (let line = 0; line < Math.min(document.lineCount, 10); line++) {
    const { text, isEmptyOrWhitespace } = document.lineAt(line);
    if (!isEmptyOrWhitespace) return text;
  }
  return '';
}

function firstLineIn(manifest: unknown): RegExp | undefined {
  const { contributes }: { readonly contributes?: unknown } = Object(manifest);
  const { languages }: { readonly languages?: unknown } = Object(contributes);
  const all: readonly Language[] = Array.isArray(languages) ? languages : [];
  const pattern = all.find(({ id }) => id === REPORTS)?.firstLine;
  return pattern === undefined ? undefined : new RegExp(pattern);
}
