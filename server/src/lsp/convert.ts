/** The only file that knows both the protocol's types and ours. */

import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../checks/check.ts';
import { languageOfName } from '../language.ts';
import type { Language } from '../report/model.ts';
import type { Edit, Span } from '../text/span.ts';
import type { Action } from './actions.ts';
import type { ClientSupport } from './support.ts';

/** Kind of the action that applies every safe fix of a document. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.nianbao`;

const severity = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const satisfies Record<Severity, DiagnosticSeverity>;

/** Language of a document: what the editor says; where the editor names another, by the ending of its name. */
export function languageOf(document: TextDocument): Language {
  const { languageId, uri } = document;
  return languageId === 'markdown' || languageId === 'html' || languageId === 'plaintext'
    ? languageId
    : languageOfName(uri);
}

/** Offsets of a range; positions past the end of a line or of the document are moved there. */
export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** A finding as the editor shows it; related places only for clients that have room for them. */
export function toDiagnostic(document: TextDocument, finding: Finding, support: ClientSupport): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(document, finding.span),
    severity: severity[finding.severity],
    code: finding.code,
    source: 'nianbao',
    message: finding.message,
  };
  if (support.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ span, message }) => ({
      location: { uri: document.uri, range: toRange(document, span) },
      message,
    }));
  }
  return diagnostic;
}

/** An action as the editor offers it, its edits bound to the document's version where the client knows versions. */
export function toCodeAction(document: TextDocument, action: Action, support: ClientSupport): CodeAction {
  const edit = toWorkspaceEdit(document, action.edits, support);
  if (action.kind === 'fixAll') return { title: action.title, kind: fixAllKind, edit };
  return {
    title: action.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document, action.finding, support)],
    isPreferred: action.preferred,
    edit,
  };
}

function toWorkspaceEdit(document: TextDocument, edits: readonly Edit[], support: ClientSupport): WorkspaceEdit {
  const textEdits: TextEdit[] = edits.map(({ span, text }) => ({ range: toRange(document, span), newText: text }));
  if (!support.documentChanges) return { changes: { [document.uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: textEdits }] };
}

function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
