import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAll } from '../analysis/fix.ts';
import { tableAt } from '../features/at.ts';
import { type Arrival, arrivalAt, goFrom } from '../features/blanks.ts';
import { cleanCharacters } from '../features/clean.ts';
import { fillFrom } from '../features/fill.ts';
import { cellAround, nameOf, shortRow, stepFrom, steps } from '../features/grid.ts';
import { pastedTable } from '../features/paste.ts';
import { readinessOf } from '../features/readiness.ts';
import { restorationAt } from '../features/restore.ts';
import { recomputeTotals } from '../features/totals.ts';
import { partsOf } from '../report/reading/parts.ts';
import { readReport } from '../report/reading/read.ts';
import type { Range } from '../text/lines.ts';
import { applyEdits, encloses, type Span } from '../text/span.ts';
import { newReportName, newReportSnippet, newReportText } from '../writing/newReport.ts';
import { languageOf, toRange, toSpan, toTextEdit } from './convert.ts';
import { requests } from './protocol.ts';
import { serve, serveReport } from './serve.ts';
import { type CheckedDocument, check, type Session } from './session.ts';
import type { Gone } from './wire.ts';

/** Helps our own clients with a draft: a new one, cleaning, totals, copied tables, what is left to do. */
export function serveDrafting(session: Session): void {
  serve(session, requests.newReport, {
    run: async (wanted) => ({
      name: newReportName(wanted),
      text: newReportText(wanted),
      snippet: newReportSnippet(wanted),
    }),
    empty: null,
  });
  serve(session, requests.clean, {
    run: async ({ uri, range }) => {
      const checked = await check(session, uri);
      return checked === undefined ? null : { text: cleaned(checked, range) };
    },
    empty: null,
  });
  serveReport(session, requests.recomputeTotals, {
    run: ({ document, report }, { position }) => {
      const offset = document.offsetAt(position);
      const table = tableAt(report, offset);
      return table === undefined ? [] : recomputeTotals(table, report).edits.map((edit) => toTextEdit(document, edit));
    },
    empty: [],
  });
  serveReport(session, requests.restoreTable, {
    run: ({ document, report }, { position }) => {
      const restored = restorationAt(report, document.offsetAt(position));
      if (restored === undefined) return null;
      if ('refusal' in restored) return restored;
      const { edit, ...rest } = restored;
      return { ...rest, version: document.version, range: toRange(document, edit.span), text: edit.text };
    },
    empty: null,
  });
  serveReport(session, requests.fillTable, {
    run: ({ document, report }, { position, text, html }) => {
      const pasted = { text, ...(html !== undefined && { html }) };
      const filling = fillFrom(report, document.offsetAt(position), pasted);
      return filling === undefined
        ? null
        : { ...filling, edits: filling.edits.map((edit) => toTextEdit(document, edit)) };
    },
    empty: null,
  });
  serveReport(session, requests.cell, {
    run: ({ document, report }, { range }) => {
      const place = cellAround(report, toSpan(document, range));
      if (place === undefined) return null;
      const name = nameOf(place);
      const around = Object.fromEntries(
        steps.flatMap((step) => {
          const next = stepFrom(place, step, report);
          return next === undefined ? [] : [[step, gone(document, arrivalAt(next))]];
        }),
      );
      return { ...name, short: shortRow(name), around, version: document.version };
    },
    empty: null,
  });
  serveReport(session, requests.goTo, {
    run: ({ document, report, findings }, { range, to }) => {
      const arrival = goFrom(report, findings, toSpan(document, range), to);
      return arrival === undefined ? null : gone(document, arrival);
    },
    empty: null,
  });
  serveReport(session, requests.readiness, {
    run: ({ document, report, findings, settings }) => ({
      ...readinessOf(report, findings),
      fixable: fixAll(document.getText(), report.language, settings.options).applied.length,
    }),
    empty: null,
  });
  serve(session, requests.pasteTable, {
    run: async ({ language, ...pasted }) => pastedTable(pasted, language) ?? null,
    empty: null,
  });
}

function gone(document: TextDocument, { span, offered }: Arrival): Gone {
  return { range: toRange(document, span), offered };
}

/** The whole text with every safe fix and clean characters, or with those within a range alone. */
function cleaned({ document, options }: CheckedDocument, range: Range | undefined): string {
  const text = document.getText();
  const language = languageOf(document);
  const fixed = fixAll(text, language, options);
  const clean = (draft: string, within?: Span): string =>
    cleanCharacters({ text: draft, parts: readReport(draft, language)?.parts ?? partsOf(draft, language) }, within);
  if (range === undefined) return clean(fixed.text);
  const within = toSpan(document, range);
  const edits = fixed.edits.filter(({ span }) => encloses(within, span));
  const grown = edits.reduce((sum, { span, text: by }) => sum + by.length - (span.end - span.start), 0);
  return clean(applyEdits(text, edits), { start: within.start, end: within.end + grown });
}
