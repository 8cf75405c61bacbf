/**
 * What is ours as the protocol says it: spans, findings, actions, edits, the outline. What only one request answers
 * with (hovers, hints, completions, tokens) is said where it is answered.
 */

import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  type Range,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../checks/check.ts';
import type { OutlineItem } from '../features/outline.ts';
import { languageOfName } from '../input/language.ts';
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

/**
 * Language of a document: what the editor says, where `nianbao` is a report in plain text; where the editor names
 * another, by the ending of its name.
 */
export function languageOf(document: TextDocument): Language {
  const { languageId, uri } = document;
  if (languageId === 'nianbao') return 'plaintext';
  return languageId === 'markdown' || languageId === 'html' || languageId === 'plaintext'
    ? languageId
    : languageOfName(uri);
}

/** Offsets of a range; positions past the end of a line or of the document are moved there. */
export function toSpan(document: TextDocument, range: Range): Span {
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
}

/** A finding as the editor shows it; related places and the page of its code only for clients that have room for them. */
export function toDiagnostic(document: TextDocument, finding: Finding, support: ClientSupport): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(document, finding.span),
    severity: severity[finding.severity],
    code: finding.code,
    source: 'nianbao',
    message: finding.message,
  };
  if (support.rulesUri !== undefined) {
    diagnostic.codeDescription = { href: `${support.rulesUri}/${finding.code}.md` };
  }
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
  const { title } = action;
  if (action.kind === 'fixAll') {
    return { title, kind: fixAllKind, edit: toWorkspaceEdit(document, action.edits, support) };
  }
  if (action.kind === 'rewrite') {
    return { title, kind: CodeActionKind.RefactorRewrite, edit: toWorkspaceEdit(document, action.edits, support) };
  }
  // VS Code puts what has no diagnostic behind what has one.
  if (action.kind === 'fixesToo' || action.kind === 'suppress') {
    const done =
      'edits' in action
        ? { edit: toWorkspaceEdit(document, action.edits, support) }
        : { command: { title, ...action.call } };
    return { title, kind: CodeActionKind.QuickFix, ...done };
  }
  const diagnostics = [toDiagnostic(document, action.finding, support)];
  if (action.kind === 'explain') {
    return { title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, ...action.call } };
  }
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    isPreferred: action.preferred,
    edit: toWorkspaceEdit(document, action.edits, support),
  };
}

/** An edit as the editor applies it. */
export function toTextEdit(document: TextDocument, { span, text }: Edit): TextEdit {
  return { range: toRange(document, span), newText: text };
}

/** An outline's node as the editor shows it. */
export function toSymbol(document: TextDocument, item: OutlineItem): DocumentSymbol {
  return {
    name: item.name,
    detail: item.detail,
    kind: symbolKinds[item.kind],
    range: toRange(document, item.span),
    selectionRange: toRange(document, item.selection),
    children: item.children.map((child) => toSymbol(document, child)),
  };
}

const symbolKinds = {
  report: SymbolKind.File,
  section: SymbolKind.Module,
  subsection: SymbolKind.String,
  table: SymbolKind.Array,
  row: SymbolKind.Field,
} as const satisfies Record<OutlineItem['kind'], SymbolKind>;

function toWorkspaceEdit(document: TextDocument, edits: readonly Edit[], support: ClientSupport): WorkspaceEdit {
  const textEdits = edits.map((edit) => toTextEdit(document, edit));
  if (!support.documentChanges) return { changes: { [document.uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: textEdits }] };
}

/** Positions of offsets. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
