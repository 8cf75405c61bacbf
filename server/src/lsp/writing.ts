import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  type DocumentFormattingParams,
  type DocumentOnTypeFormattingParams,
  type DocumentRangeFormattingParams,
  type TextEdit,
} from 'vscode-languageserver';
import { type Completion, completionsAt } from '../features/completion.ts';
import { formatDraft } from '../features/formatting.ts';
import { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { languageOf, toRange, toSpan, toTextEdit } from './convert.ts';
import { guarded } from './guard.ts';
import { check, read, type Session } from './session.ts';

/** Helps to write: completion, and formatting of a document, a range, and the table that is typed in. */
export function serveWriting(session: Session): void {
  const { connection, log } = session;

  connection.onCompletion(
    guarded<CompletionParams, CompletionItem[]>(log, {
      name: 'textDocument/completion',
      run: async ({ textDocument, position }) => {
        const known = await read(session, textDocument.uri);
        if (known === undefined) return [];
        const { document, report } = known;
        return completionsAt(report, document.offsetAt(position)).map((completion, i) => ({
          label: completion.label,
          labelDetails: { description: completion.detail.slice(0, 40) },
          kind: kinds[completion.kind],
          filterText: completion.filter,
          sortText: String(i).padStart(3, '0'),
          documentation: completion.text,
          textEdit: { range: toRange(document, completion.span), newText: completion.text },
        }));
      },
      empty: () => [],
      count: (items) => items.length,
    }),
  );

  const format = async (uri: string, spanOf: (known: Known) => Span | undefined): Promise<TextEdit[]> => {
    const checked = await check(session, uri);
    // In plain text and HTML there is nothing to align.
    if (checked === undefined || languageOf(checked.document) !== 'markdown') return [];
    const { document, analysis } = checked;
    const report = analysis.kind === 'report' ? analysis.report : undefined;
    const text = document.getText();
    const draft = { text, lines: report?.lines ?? new LineIndex(text), report };
    return formatDraft(draft, spanOf({ document })).map((edit) => toTextEdit(document, edit));
  };
  type Known = Pick<Exclude<Awaited<ReturnType<typeof check>>, undefined>, 'document'>;

  connection.onDocumentFormatting(
    guarded<DocumentFormattingParams, TextEdit[]>(log, {
      name: 'textDocument/formatting',
      run: ({ textDocument }) => format(textDocument.uri, () => undefined),
      empty: () => [],
      count: (edits) => edits.length,
    }),
  );
  connection.onDocumentRangeFormatting(
    guarded<DocumentRangeFormattingParams, TextEdit[]>(log, {
      name: 'textDocument/rangeFormatting',
      run: ({ textDocument, range }) => format(textDocument.uri, ({ document }) => toSpan(document, range)),
      empty: () => [],
      count: (edits) => edits.length,
    }),
  );
  connection.onDocumentOnTypeFormatting(
    guarded<DocumentOnTypeFormattingParams, TextEdit[]>(log, {
      name: 'textDocument/onTypeFormatting',
      run: ({ textDocument, position }) =>
        format(textDocument.uri, ({ document }) => {
          const line = document.offsetAt({ line: position.line, character: 0 });
          return { start: line, end: line };
        }),
      empty: () => [],
      count: (edits) => edits.length,
    }),
  );
}

const kinds = {
  heading: CompletionItemKind.Struct,
  label: CompletionItemKind.Field,
  citation: CompletionItemKind.Reference,
  sentence: CompletionItemKind.Text,
} as const satisfies Record<Completion['kind'], CompletionItemKind>;
