import {
  type CodeLens,
  type CodeLensParams,
  type InlayHint,
  InlayHintKind,
  type InlayHintParams,
} from 'vscode-languageserver';
import { balanceLine, recomputeTotals, totalHints } from '../features/totals.ts';
import { toRange, toSpan } from './convert.ts';
import { guarded } from './guard.ts';
import { read, type Session } from './session.ts';

/** Shows beside the tables what they come to: ✓ or the sum behind each total, a line over each table. */
export function serveHints(session: Session): void {
  const { connection, log, support } = session;

  connection.languages.inlayHint.on(
    guarded<InlayHintParams, InlayHint[]>(log, {
      name: 'textDocument/inlayHint',
      run: async ({ textDocument, range }) => {
        const known = await read(session, textDocument.uri);
        if (known === undefined || !known.settings.inlayHints) return [];
        const { document, report } = known;
        const { start, end } = toSpan(document, range);
        return totalHints(report)
          .filter(({ offset }) => start <= offset && offset <= end)
          .map(({ offset, text, tooltip }) => ({
            position: document.positionAt(offset),
            label: text,
            tooltip,
            kind: InlayHintKind.Parameter,
            paddingLeft: true,
          }));
      },
      empty: () => [],
      count: (hints) => hints.length,
    }),
  );
  connection.onCodeLens(
    guarded<CodeLensParams, CodeLens[]>(log, {
      name: 'textDocument/codeLens',
      run: async ({ textDocument }) => {
        const known = await read(session, textDocument.uri);
        if (known === undefined || !known.settings.codeLens) return [];
        const { document, report } = known;
        return Object.values(report.tables).flatMap((table): CodeLens[] => {
          const range = toRange(document, { start: table.span.start, end: table.span.start });
          const line = balanceLine(table);
          const lens = (title: string, command: string, ...args: unknown[]): CodeLens => ({
            range,
            command: { title, command, arguments: args },
          });
          const lenses = line === '' ? [] : [lens(line, '')];
          if (!support.tableCommands) return lenses;
          if (recomputeTotals(table, report).edits.length > 0) {
            lenses.push(
              lens('重算合计', 'nianbao.recomputeTotals', document.uri, document.positionAt(table.span.start)),
            );
          }
          return [...lenses, lens('预览', 'nianbao.previewToSide')];
        });
      },
      empty: () => [],
      count: (lenses) => lenses.length,
    }),
  );
  session.settings.onReset(() => {
    if (support.refreshHints)
      connection.languages.inlayHint.refresh().catch((error) => log.failure('inlayHint/refresh', error));
    if (support.refreshLenses)
      connection.sendRequest('workspace/codeLens/refresh').catch((error) => log.failure('codeLens/refresh', error));
  });
}
