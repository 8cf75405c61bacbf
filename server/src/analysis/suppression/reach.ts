import { type Code, codes } from '../../checks/check.ts';
import type { Report, SuppressionComment, Table } from '../../report/model.ts';
import { suppressionWords } from '../../report/reading/comments.ts';
import type { LineIndex } from '../../text/lines.ts';
import { countWhile } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';

type Reach = keyof typeof suppressionWords;

/** Comments' words and what they reach. */
export const reaches: ReadonlyMap<string, Reach> = new Map(
  (Object.keys(suppressionWords) as Reach[]).map((reach) => [suppressionWords[reach], reach]),
);

/** A comment's wish for one code, or for all where it names none. */
export interface Suppression {
  readonly comment: SuppressionComment;
  readonly code: Code | undefined;
  /** The code as written; of a comment without codes the whole comment. */
  readonly span: Span;
  readonly reach: Reach;
}

/** Whether a text is the name of a finding code. */
export function isCode(text: string): text is Code {
  return (codes as readonly string[]).includes(text);
}

/** The suppressions that a comment asks for; none where it is misspelt. */
export function suppressionsOf(comment: SuppressionComment): Suppression[] {
  const reach = reaches.get(comment.word);
  if (reach === undefined) return [];
  if (comment.names.length === 0) return [{ comment, code: undefined, span: comment.span, reach }];
  return comment.names.flatMap(({ text, span }) => (isCode(text) ? [{ comment, code: text, span, reach }] : []));
}

/** The suppressions of single lines, by each line that they cover. */
export function suppressionsByLine(
  suppressions: readonly Suppression[],
  report: Report,
): ReadonlyMap<number, readonly Suppression[]> {
  const byLine = new Map<number, Suppression[]>();
  const tables = Object.values(report.tables);
  const done = new Set<string>();
  const front = frontOf(suppressions, report.text);
  const next = suppressions.some(({ reach }) => reach === 'nextLine') ? nextLines(report) : [];
  for (const suppression of suppressions) {
    const { comment, reach } = suppression;
    const own = report.lines.lineAt(comment.span.end);
    if (reach === 'line') add(own, suppression);
    if (reach !== 'nextLine') continue;
    const first = next[own] ?? report.lines.count;
    // A pile of comments with the same code covers the same lines.
    const key = `${first} ${suppression.code ?? ''}`;
    if (done.has(key)) continue;
    done.add(key);
    const table = tables.find(({ span }) => report.lines.lineAt(span.start) === first);
    if (comment.span.start <= front) for (let line = 0; line <= own; line++) add(line, suppression);
    for (let line = first; line <= lastLine(table, first, report.lines); line++) add(line, suppression);
  }
  return byLine;

  function add(line: number, suppression: Suppression): void {
    const at = byLine.get(line);
    if (at === undefined) byLine.set(line, [suppression]);
    else if (!at.some(({ code }) => code === suppression.code)) at.push(suppression);
  }
}

/** The last line that a suppression above a line covers: of a table that begins there the table's last. */
function lastLine(table: Table | undefined, first: number, lines: LineIndex): number {
  return table === undefined ? first : lines.lineAt(Math.max(table.span.start, table.span.end - 1));
}

/** By line the next one that holds more than white space and one comment, so that comments may stand in a pile. */
function nextLines({ text, lines }: Report): readonly number[] {
  const next: number[] = [];
  let following = lines.count;
  for (let line = lines.count - 1; line >= 0; line--) {
    next[line] = following;
    const content = text.slice(lines.start(line), lines.end(line)).trim();
    const isComment = content.startsWith('<!--') && content.indexOf('-->') === content.length - 3;
    if (content !== '' && !isComment) following = line;
  }
  return next;
}

/** What is suppressed from a comment on. */
interface Standing {
  readonly from: number;
  /** By code, without one for all codes, the suppression that began it. */
  readonly open: ReadonlyMap<Code | undefined, Suppression>;
  /** Codes that were enabled again while all are suppressed. */
  readonly enabled: ReadonlySet<Code>;
}

/** What comments suppress from above. */
export interface Ranges {
  /** The suppression that reaches a code at an offset; none or one. */
  readonly at: (code: Code, offset: number) => readonly Suppression[];
  /** The suppressions that end another one. */
  readonly ending: ReadonlySet<Suppression>;
}

/** What the comments that begin and end suppressions come to. */
export function rangesOf(all: readonly Suppression[], text: string): Ranges {
  const suppressions = all.filter(({ reach }) => reach === 'begin' || reach === 'end');
  const front = frontOf(suppressions, text);
  const standings: Standing[] = [];
  const ending = new Set<Suppression>();
  let open: Standing['open'] = new Map();
  let enabled: Standing['enabled'] = new Set();
  for (const suppression of suppressions) {
    const { reach, code, comment } = suppression;
    const isSuppressed =
      code === undefined ? open.size > 0 : open.has(code) || (open.has(undefined) && !enabled.has(code));
    if (reach === 'end' && isSuppressed) ending.add(suppression);
    enabled = enabledAfter(suppression, enabled);
    open = openAfter(suppression, open);
    standings.push({ from: comment.span.start <= front ? 0 : comment.span.start, open, enabled });
  }
  const at = (code: Code, offset: number): readonly Suppression[] => {
    const standing = standings[countWhile(standings, ({ from }) => from <= offset) - 1];
    if (standing === undefined) return [];
    const own = standing.open.get(code) ?? (standing.enabled.has(code) ? undefined : standing.open.get(undefined));
    return own === undefined ? [] : [own];
  };
  return { at, ending };
}

function openAfter(suppression: Suppression, open: Standing['open']): Standing['open'] {
  const { reach, code } = suppression;
  if (reach === 'end' && code === undefined) return new Map();
  if (open.has(code) === (reach === 'begin')) return open;
  const after = new Map(open);
  if (reach === 'end') after.delete(code);
  else after.set(code, suppression);
  return after;
}

function enabledAfter({ reach, code }: Suppression, enabled: Standing['enabled']): Standing['enabled'] {
  if (code === undefined) return new Set();
  if (enabled.has(code) === (reach === 'end')) return enabled;
  const after = new Set(enabled);
  if (reach === 'end') after.add(code);
  else after.delete(code);
  return after;
}

/** Start of the last comment that has only comments and white space before it: it reaches to the top of the draft. */
function frontOf(suppressions: readonly Suppression[], text: string): number {
  let front = -1;
  let at = 0;
  for (const { comment } of suppressions) {
    if (text.slice(at, Math.max(at, comment.span.start)).trim() !== '') break;
    front = comment.span.start;
    at = comment.span.end;
  }
  return front;
}
