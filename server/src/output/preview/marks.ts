import type { Finding, Severity } from '../../checks/check.ts';
import { severities } from '../../checks/check.ts';
import { escapeHtml } from '../../text/escapeHtml.ts';
import type { Span } from '../../text/span.ts';
import type { StyledRun } from './runs.ts';

/** A finding of a block: `index` is its place among the block's findings. */
export interface Marked {
  readonly index: number;
  readonly severity: Severity;
  readonly span: Span;
}

/** Writes the marks of a block's findings; each is reached with the keyboard once. */
export interface Marker {
  /** Runs as HTML, what findings cover in marks. */
  readonly runs: (runs: readonly StyledRun[], among?: readonly Marked[]) => string;
  /** A text in one mark. */
  readonly whole: (text: string, marked: readonly Marked[]) => string;
  /** Marks without a text of their own, for findings of which nothing is shown that could be marked. */
  readonly points: (marked: readonly Marked[]) => string;
  /** The findings that have no mark yet. */
  readonly rest: () => Marked[];
}

/** The findings of a block by their place in it. */
export function markedOf(findings: readonly Finding[]): Marked[] {
  return findings.map(({ severity, span }, index) => ({ index, severity, span }));
}

/** A marker for one block. */
export function markerOf(all: readonly Marked[]): Marker {
  const reached = new Set<number>();
  const open = (marked: readonly Marked[], extra: string): string => {
    const gravest = severities.find((severity) => marked.some((each) => each.severity === severity)) ?? 'hint';
    const isFirst = marked.some(({ index }) => !reached.has(index));
    for (const { index } of marked) reached.add(index);
    const stop = isFirst ? ' tabindex="0" role="button"' : '';
    const indices = marked.map(({ index }) => index).join(' ');
    return `<mark class="finding ${gravest}${extra}" data-finding="${indices}"${stop}`;
  };
  const whole = (text: string, marked: readonly Marked[]): string => {
    if (marked.length === 0) return escapeHtml(text);
    if (text === '') return `${open(marked, ' blank')} aria-label="空白"></mark>`;
    return `${open(marked, '')}>${escapeHtml(text)}</mark>`;
  };
  return {
    whole,
    points: (marked) => marked.map((each) => `${open([each], ' point')} aria-label="问题"></mark>`).join(''),
    rest: () => all.filter(({ index }) => !reached.has(index)),
    runs: (runs, among = all) =>
      cutAt(runs, among)
        .map(({ run, marked }) => tagged(run, whole(run.text, marked)))
        .join(''),
  };
}

function tagged({ tags }: StyledRun, html: string): string {
  return tags.reduceRight(
    (inner, tag) => (tag === 'together' ? `<span class="together">${inner}</span>` : `<${tag}>${inner}</${tag}>`),
    html,
  );
}

/** Runs cut where findings begin and end, with the findings that cover each part. */
function cutAt(
  runs: readonly StyledRun[],
  findings: readonly Marked[],
): { readonly run: StyledRun; readonly marked: readonly Marked[] }[] {
  // Of a place between two characters the one behind it is marked.
  const sorted = findings
    .map((finding) => ({ finding, start: finding.span.start, end: Math.max(finding.span.end, finding.span.start + 1) }))
    .sort((a, b) => a.start - b.start);
  const cuts = [...new Set(sorted.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  let next = 0;
  let cut = 0;
  let active: typeof sorted = [];
  return runs
    .flatMap((run) => {
      const { start, end } = run.span;
      if (end - start !== run.text.length) return [run];
      const parts: StyledRun[] = [];
      let at = start;
      while ((cuts[cut] ?? Number.POSITIVE_INFINITY) <= start) cut++;
      for (; at < end; cut++) {
        const until = Math.min(cuts[cut] ?? end, end);
        if (until > at)
          parts.push({ ...run, text: run.text.slice(at - start, until - start), span: { start: at, end: until } });
        at = until;
        if (until === end) break;
      }
      return parts;
    })
    .map((run) => {
      for (let entry = sorted[next]; entry !== undefined && entry.start < run.span.end; entry = sorted[++next]) {
        active.push(entry);
      }
      active = active.filter(({ end }) => end > run.span.start);
      return { run, marked: active.filter(({ start }) => start < run.span.end).map(({ finding }) => finding) };
    });
}
