import {
  DefinitionRequest,
  type DocumentHighlight,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  HoverRequest,
  type Location,
  MarkupKind,
  ReferencesRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { hoverAt } from '../features/hover.ts';
import { type Link, linksAt } from '../features/links.ts';
import type { Span } from '../text/span.ts';
import { toRange } from './convert.ts';
import { serveReport } from './serve.ts';
import type { ReadDocument, Session } from './session.ts';

/** Tells what a place means, and leads from a number in the text to its cell, from a total to its parts, and back. */
export function serveNavigation(session: Session): ServerCapabilities {
  serveReport(session, HoverRequest.type, {
    run: ({ report, document }, { position }) => {
      const hover = hoverAt(report, document.offsetAt(position));
      if (hover === undefined) return null;
      const contents = { kind: MarkupKind.Markdown, value: hover.markdown };
      return { contents, range: toRange(document, hover.span) };
    },
    empty: null,
  });
  serveReport(session, DefinitionRequest.type, {
    run: (known, { position }) => {
      const links = linksAt(known.report, known.document.offsetAt(position));
      return locations(known, links?.sources ?? []);
    },
    empty: [],
  });
  serveReport(session, ReferencesRequest.type, {
    run: (known, { position, context }) => {
      const links = linksAt(known.report, known.document.offsetAt(position));
      if (links === undefined) return [];
      const own = { span: links.origin, name: '' };
      const found = links.uses.length > 0 ? links.uses : links.sources;
      return locations(known, context.includeDeclaration ? [own, ...found] : found);
    },
    empty: [],
  });
  serveReport(session, DocumentHighlightRequest.type, {
    run: ({ report, document }, { position }) => {
      const links = linksAt(report, document.offsetAt(position));
      if (links === undefined) return [];
      const mark = (span: Span, kind: DocumentHighlightKind): DocumentHighlight => ({
        range: toRange(document, span),
        kind,
      });
      return [
        mark(links.origin, DocumentHighlightKind.Write),
        ...[...links.sources, ...links.uses].map(({ span }) => mark(span, DocumentHighlightKind.Read)),
      ];
    },
    empty: [],
  });
  return {
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
  };
}

function locations({ document }: ReadDocument, links: readonly Link[]): Location[] {
  return links.map(({ span }) => ({ uri: document.uri, range: toRange(document, span) }));
}
