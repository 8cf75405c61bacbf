import { type Analysis, analyze } from '../../server/src/analysis/analyze.ts';
import { extract, locations } from '../../server/src/analysis/extract.ts';
import { fixAll } from '../../server/src/analysis/fix.ts';
import { verified } from '../../server/src/analysis/verified.ts';
import type { Finding } from '../../server/src/checks/check.ts';
import { cleanCharacters } from '../../server/src/features/clean.ts';
import { completionsAt } from '../../server/src/features/completion.ts';
import { foldsOf, selectionsAt } from '../../server/src/features/folding.ts';
import { formatDraft } from '../../server/src/features/formatting.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { linksAt } from '../../server/src/features/links.ts';
import { outlineOf } from '../../server/src/features/outline.ts';
import { pastedTable } from '../../server/src/features/paste.ts';
import { readinessOf } from '../../server/src/features/readiness.ts';
import { tokensOf } from '../../server/src/features/tokens.ts';
import { totalHints } from '../../server/src/features/totals.ts';
import { quickFixes, rewrites } from '../../server/src/lsp/actions.ts';
import { documentOf } from '../../server/src/output/document.ts';
import { toHtml } from '../../server/src/output/html/toHtml.ts';
import { renderPreview } from '../../server/src/output/preview/preview.ts';
import { reviewOf } from '../../server/src/output/review/sheet.ts';
import { toMarkdown } from '../../server/src/output/toMarkdown.ts';
import { toText } from '../../server/src/output/toText.ts';
import type { Language, Report } from '../../server/src/report/model.ts';
import { readReport } from '../../server/src/report/reading/read.ts';
import type { Span } from '../../server/src/text/span.ts';

/** Something that is done with a draft, after it was read and checked. */
export interface Use {
  readonly name: string;
  readonly run: (draft: UsedDraft) => unknown;
}

interface UsedDraft {
  readonly text: string;
  readonly language: Language;
  readonly report: Report | undefined;
  readonly findings: readonly Finding[];
}

/** A draft as its uses need it; reading and checking are its first two. */
export function draftToUse(text: string, language: Language): UsedDraft {
  const analysis: Analysis = analyze(text, language);
  return analysis.kind === 'other'
    ? { text, language, report: undefined, findings: [] }
    : { text, language, report: analysis.report, findings: analysis.findings };
}

function ofReport(name: string, run: (report: Report, findings: readonly Finding[]) => unknown): Use {
  return { name, run: ({ report, findings }) => report && run(report, findings) };
}

/** Carets and selections at which an editor asks, a fixed number over the draft. */
function at(name: string, run: (report: Report, span: Span, findings: readonly Finding[]) => unknown): Use {
  return ofReport(name, (report, findings) => {
    for (let i = 0; i <= PLACES; i++) {
      const start = Math.floor((report.text.length * i) / PLACES);
      run(report, { start, end: start }, findings);
    }
  });
}

const PLACES = 8;

/** All that is done with a draft, in the order in which an editor asks for it. */
export const uses: readonly Use[] = [
  { name: 'read', run: ({ text, language }) => readReport(text, language) },
  { name: 'analyze', run: ({ text, language }) => analyze(text, language) },
  ofReport('fixes', (_, findings) => findings.map((finding) => finding.fixes())),
  { name: 'fix-all', run: ({ text, language }) => fixAll(text, language) },
  ofReport('outline', outlineOf),
  ofReport('folds', foldsOf),
  ofReport('tokens', tokensOf),
  ofReport('hints', totalHints),
  at('selections', (report, { start }) => selectionsAt(report, start)),
  at('hover', (report, { start }) => hoverAt(report, start)),
  at('links', (report, { start }) => linksAt(report, start)),
  at('completion', (report, { start }) => completionsAt(report, start)),
  at('quick fixes', (_, span, findings) => quickFixes(findings, span)),
  at('rewrites', (report, span) => rewrites(report, span)),
  ofReport('formatting', (report) => formatDraft(report, undefined)),
  ofReport('readiness', readinessOf),
  ofReport('extract', (report) => [extract(report), locations(report)]),
  ofReport('verified', verified),
  ofReport('review', reviewOf),
  ofReport('preview', renderPreview),
  ofReport('Markdown', (report) => toMarkdown(documentOf(report))),
  ofReport('text', (report) => toText(documentOf(report))),
  ofReport('HTML', (report) => toHtml(documentOf(report))),
  ofReport('clean', (report) => cleanCharacters(report)),
  { name: 'paste', run: ({ text, language }) => pastedTable({ text, html: text }, language) },
];
