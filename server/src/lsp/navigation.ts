import {
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Hover,
  type HoverParams,
  type Location,
  MarkupKind,
  type ReferenceParams,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { hoverAt } from '../features/hover.ts';
import { type Link, linksAt } from '../features/links.ts';
import type { Span } from '../text/span.ts';
import { toRange } from './convert.ts';
import { guarded } from './guard.ts';
import { type ReadDocument, read, type Session } from './session.ts';

/** Tells what a place means, and leads from a number in the text to its cell, from a total to its parts, and back. */
export function serveNavigation(session: Session): void {
  const { connection, log } = session;

  const at = async <T>(
    { textDocument, position }: TextDocumentPositionParams,
    find: (known: ReadDocument, offset: number) => T,
  ): Promise<T | undefined> => {
    const known = await read(session, textDocument.uri);
    return known === undefined ? undefined : find(known, known.document.offsetAt(position));
  };
  const locations = ({ document }: ReadDocument, links: readonly Link[]): Location[] =>
    links.map(({ span }) => ({ uri: document.uri, range: toRange(document, span) }));

  connection.onHover(
    guarded<HoverParams, Hover | null>(log, {
      name: 'textDocument/hover',
      run: async (params) =>
        (await at(params, ({ report, document }, offset) => {
          const hover = hoverAt(report, offset);
          if (hover === undefined) return null;
          return {
            contents: { kind: MarkupKind.Markdown, value: hover.markdown },
            range: toRange(document, hover.span),
          };
        })) ?? null,
      empty: () => null,
      count: (hover) => (hover === null ? 0 : 1),
    }),
  );
  connection.onDefinition(
    guarded<DefinitionParams, Location[]>(log, {
      name: 'textDocument/definition',
      run: async (params) =>
        (await at(params, (known, offset) => locations(known, linksAt(known.report, offset)?.sources ?? []))) ?? [],
      empty: () => [],
      count: (found) => found.length,
    }),
  );
  connection.onReferences(
    guarded<ReferenceParams, Location[]>(log, {
      name: 'textDocument/references',
      run: async (params) =>
        (await at(params, (known, offset) => {
          const links = linksAt(known.report, offset);
          if (links === undefined) return [];
          const own = { span: links.origin, name: '' };
          const found = links.uses.length > 0 ? links.uses : links.sources;
          return locations(known, params.context.includeDeclaration ? [own, ...found] : found);
        })) ?? [],
      empty: () => [],
      count: (found) => found.length,
    }),
  );
  connection.onDocumentHighlight(
    guarded<DocumentHighlightParams, DocumentHighlight[]>(log, {
      name: 'textDocument/documentHighlight',
      run: async (params) =>
        (await at(params, ({ report, document }, offset) => {
          const links = linksAt(report, offset);
          if (links === undefined) return [];
          const mark = (span: Span, kind: DocumentHighlightKind): DocumentHighlight => ({
            range: toRange(document, span),
            kind,
          });
          return [
            mark(links.origin, DocumentHighlightKind.Write),
            ...[...links.sources, ...links.uses].map(({ span }) => mark(span, DocumentHighlightKind.Read)),
          ];
        })) ?? [],
      empty: () => [],
      count: (found) => found.length,
    }),
  );
}
