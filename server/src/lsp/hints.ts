import {
  type CodeLens,
  CodeLensRequest,
  type InlayHint,
  InlayHintKind,
  InlayHintRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { balanceLine, recomputeTotals, totalHints } from '../features/totals.ts';
import type { Table } from '../report/model.ts';
import { touches } from '../text/span.ts';
import { call } from './actions.ts';
import { toRange, toSpan } from './convert.ts';
import { commands } from './protocol.ts';
import { serveReport } from './serve.ts';
import type { ReadDocument, Session } from './session.ts';

/** Shows beside the tables what they come to: ✓ or the sum behind each total, a line over each table. */
export function serveHints(session: Session): ServerCapabilities {
  const { connection, log, support } = session;

  serveReport(session, InlayHintRequest.type, {
    run: ({ document, report, settings }, { range }) => {
      if (!settings.inlayHints) return [];
      const within = toSpan(document, range);
      return totalHints(report)
        .filter(({ offset }) => touches(within, offset))
        .map(
          ({ offset, text, tooltip }): InlayHint => ({
            position: document.positionAt(offset),
            label: text,
            tooltip,
            kind: InlayHintKind.Parameter,
            paddingLeft: true,
          }),
        );
    },
    empty: [],
  });
  serveReport(session, CodeLensRequest.type, {
    run: (known) =>
      known.settings.codeLens
        ? Object.values(known.report.tables).flatMap((table) => lensesOf(known, table, support.tableCommands))
        : [],
    empty: [],
  });
  session.settings.onReset(() => {
    if (support.refreshHints)
      connection.languages.inlayHint.refresh().catch((error) => log.failure('inlayHint/refresh', error));
    if (support.refreshLenses)
      connection.sendRequest('workspace/codeLens/refresh').catch((error) => log.failure('codeLens/refresh', error));
  });
  return { inlayHintProvider: true, codeLensProvider: {} };
}

/** Over a table: whether it balances and, for clients that have the commands, what to do with it. */
function lensesOf({ document, report }: ReadDocument, table: Table, withCommands: boolean): CodeLens[] {
  const { start } = table.span;
  const range = toRange(document, { start, end: start });
  const line = balanceLine(table);
  const lenses: CodeLens[] = line === '' ? [] : [{ range, command: { title: line, command: '' } }];
  if (!withCommands) return lenses;
  if (recomputeTotals(table, report).edits.length > 0) {
    const recompute = call(commands.recomputeTotals, document.uri, document.positionAt(start));
    lenses.push({ range, command: { title: '重算合计', ...recompute } });
  }
  return [...lenses, { range, command: { title: '预览', ...call(commands.previewToSide) } }];
}
