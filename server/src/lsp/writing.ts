import {
  CompletionItemKind,
  CompletionRequest,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  InlineCompletionRequest,
  type ServerCapabilities,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Completion, completionsAt } from '../features/completion.ts';
import { type Formatted, formatDraft } from '../features/formatting.ts';
import { cellAround, offeredTotal } from '../features/grid.ts';
import type { Language } from '../report/model.ts';
import { partsOf } from '../report/reading/parts.ts';
import { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { languageOf, toRange, toSpan, toTextEdit } from './convert.ts';
import { serve, serveReport } from './serve.ts';
import { check, type Session } from './session.ts';

/** Helps to write: completion, and formatting of a document, a range, and the table that is typed in. */
export function serveWriting(session: Session): ServerCapabilities {
  serveReport(session, CompletionRequest.type, {
    run: ({ document, report }, { position }) =>
      completionsAt(report, document.offsetAt(position)).map((completion, i) => ({
        label: completion.label,
        labelDetails: { description: completion.detail.slice(0, 40) },
        kind: kinds[completion.kind],
        filterText: completion.filter,
        sortText: String(i).padStart(3, '0'),
        documentation: completion.text,
        textEdit: { range: toRange(document, completion.span), newText: completion.text },
      })),
    empty: [],
  });
  serveReport(session, InlineCompletionRequest.type, {
    run: ({ document, report }, { position }) => {
      const offset = document.offsetAt(position);
      const place = cellAround(report, { start: offset, end: offset });
      const total = place && offeredTotal(place);
      return total === undefined ? [] : [{ insertText: total, range: { start: position, end: position } }];
    },
    empty: [],
  });
  serve(session, DocumentFormattingRequest.type, {
    run: ({ textDocument }) => format(session, textDocument.uri, () => undefined),
    empty: [],
  });
  serve(session, DocumentRangeFormattingRequest.type, {
    run: ({ textDocument, range }) => format(session, textDocument.uri, (document) => toSpan(document, range)),
    empty: [],
  });
  serve(session, DocumentOnTypeFormattingRequest.type, {
    run: ({ textDocument, position }) =>
      format(session, textDocument.uri, (document) => {
        const line = document.offsetAt({ line: position.line, character: 0 });
        return { start: line, end: line };
      }),
    empty: [],
  });
  return {
    completionProvider: { triggerCharacters: ['《', '（', '、', '|'] },
    inlineCompletionProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '|', moreTriggerCharacter: ['\n'] },
  };
}

/**
 * Formats the whole of a document or the part of it that a span touches, also where it is no report.
 * @param spanOf asked once the document is known; undefined for the whole
 */
async function format(
  session: Session,
  uri: string,
  spanOf: (document: TextDocument) => Span | undefined,
): Promise<TextEdit[]> {
  const checked = await check(session, uri);
  // In plain text and HTML there is nothing to align.
  if (checked === undefined || languageOf(checked.document) !== 'markdown') return [];
  const { document, analysis } = checked;
  const draft = analysis.kind === 'report' ? analysis.report : noReport(document.getText(), 'markdown');
  return formatDraft(draft, spanOf(document)).map((edit) => toTextEdit(document, edit));
}

/** What formatting needs of a text that is no report. */
function noReport(text: string, language: Language): Formatted {
  return { text, lines: new LineIndex(text), parts: partsOf(text, language), sections: [], language };
}

const kinds = {
  heading: CompletionItemKind.Struct,
  label: CompletionItemKind.Field,
  citation: CompletionItemKind.Reference,
  sentence: CompletionItemKind.Text,
} as const satisfies Record<Completion['kind'], CompletionItemKind>;
