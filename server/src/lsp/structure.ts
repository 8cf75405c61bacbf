import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  type FoldingRangeParams,
  type SelectionRange,
  type SelectionRangeParams,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
} from 'vscode-languageserver';
import { foldsOf, selectionsAt } from '../features/folding.ts';
import { outlineOf } from '../features/outline.ts';
import { tokenKinds, tokensOf } from '../features/tokens.ts';
import { toRange, toSymbol } from './convert.ts';
import { guarded } from './guard.ts';
import { read, type Session } from './session.ts';

/** Names of our token kinds in the protocol's legend: the editor's themes know the first three. */
export const tokenTypes: readonly string[] = tokenKinds.map(
  (kind) => `nianbao${kind[0]?.toUpperCase()}${kind.slice(1)}`,
);

/** Shows how a report is built: outline, folding, growing selections, and what its words are. */
export function serveStructure(session: Session): void {
  const { connection, log } = session;

  connection.onDocumentSymbol(
    guarded<DocumentSymbolParams, DocumentSymbol[]>(log, {
      name: 'textDocument/documentSymbol',
      run: async ({ textDocument }) => {
        const known = await read(session, textDocument.uri);
        return known === undefined ? [] : outlineOf(known.report).map((item) => toSymbol(known.document, item));
      },
      empty: () => [],
      count: (symbols) => symbols.length,
    }),
  );
  connection.onFoldingRanges(
    guarded<FoldingRangeParams, FoldingRange[]>(log, {
      name: 'textDocument/foldingRange',
      run: async ({ textDocument }) => {
        const known = await read(session, textDocument.uri);
        return known === undefined
          ? []
          : foldsOf(known.report).map(({ start, end }) => ({ startLine: start, endLine: end }));
      },
      empty: () => [],
      count: (folds) => folds.length,
    }),
  );
  connection.onSelectionRanges(
    guarded<SelectionRangeParams, SelectionRange[]>(log, {
      name: 'textDocument/selectionRange',
      run: async ({ textDocument, positions }) => {
        const known = await read(session, textDocument.uri);
        if (known === undefined) return [];
        const { document, report } = known;
        return positions.map((position) => {
          const outermostFirst = [...selectionsAt(report, document.offsetAt(position))].reverse();
          const nested = outermostFirst.reduce<SelectionRange | undefined>(
            (parent, span) => ({ range: toRange(document, span), ...(parent !== undefined && { parent }) }),
            undefined,
          );
          return nested ?? { range: { start: position, end: position } };
        });
      },
      empty: () => [],
      count: (ranges) => ranges.length,
    }),
  );
  connection.languages.semanticTokens.on(
    guarded<SemanticTokensParams, SemanticTokens>(log, {
      name: 'textDocument/semanticTokens/full',
      run: async ({ textDocument }) => {
        const known = await read(session, textDocument.uri);
        const builder = new SemanticTokensBuilder();
        for (const { kind, span } of known === undefined ? [] : tokensOf(known.report)) {
          const { line, character } = known?.document.positionAt(span.start) ?? { line: 0, character: 0 };
          builder.push(line, character, span.end - span.start, tokenKinds.indexOf(kind), 0);
        }
        return builder.build();
      },
      empty: () => ({ data: [] }),
      count: ({ data }) => data.length / 5,
    }),
  );
}
