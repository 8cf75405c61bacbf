import {
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type SelectionRange,
  SelectionRangeRequest,
  SemanticTokensBuilder,
  SemanticTokensRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { foldsOf, selectionsAt } from '../features/folding.ts';
import { outlineOf } from '../features/outline.ts';
import { tokenKinds, tokensOf } from '../features/tokens.ts';
import { toRange, toSymbol } from './convert.ts';
import { serveReport } from './serve.ts';
import type { Session } from './session.ts';

/** Names of our token kinds in the protocol's legend: the editor's themes know the first three. */
export const tokenTypes: readonly string[] = tokenKinds.map(
  (kind) => `nianbao${kind[0]?.toUpperCase()}${kind.slice(1)}`,
);

/** Shows how a report is built: outline, folding, growing selections, and what its words are. */
export function serveStructure(session: Session): ServerCapabilities {
  serveReport(session, DocumentSymbolRequest.type, {
    run: ({ document, report }) => outlineOf(report).map((item) => toSymbol(document, item)),
    empty: [],
  });
  serveReport(session, FoldingRangeRequest.type, {
    run: ({ report }) => foldsOf(report).map(({ start, end }) => ({ startLine: start, endLine: end })),
    empty: [],
  });
  serveReport(session, SelectionRangeRequest.type, {
    run: ({ document, report }, { positions }) =>
      positions.map((position) => {
        const outermostFirst = [...selectionsAt(report, document.offsetAt(position))].reverse();
        const nested = outermostFirst.reduce<SelectionRange | undefined>(
          (parent, span) => ({ range: toRange(document, span), ...(parent !== undefined && { parent }) }),
          undefined,
        );
        return nested ?? { range: { start: position, end: position } };
      }),
    empty: [],
  });
  serveReport(session, SemanticTokensRequest.type, {
    run: ({ document, report }) => {
      const builder = new SemanticTokensBuilder();
      for (const { kind, span } of tokensOf(report)) {
        const { line, character } = document.positionAt(span.start);
        builder.push(line, character, span.end - span.start, tokenKinds.indexOf(kind), 0);
      }
      return builder.build();
    },
    empty: { data: [] },
    count: ({ data }) => data.length / 5,
  });
  return {
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true },
  };
}
