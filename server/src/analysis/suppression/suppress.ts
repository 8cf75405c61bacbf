import { type Code, codes, type Finding, type Fix, finding, type Rule, suggestion } from '../../checks/check.ts';
import type { Report, SilenceComment, Table } from '../../report/model.ts';
import { silenceWords } from '../../report/reading/comments.ts';
import { distance } from '../../text/fold.ts';
import type { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';

const unknownRule: Rule = {
  code: 'silence-unknown',
  severity: 'warning',
  title: '静默注释写错',
  summary: 'A comment that should silence findings has a misspelt instruction or finding code, so it silences nothing.',
  why: '`<!-- nianbao-… -->` 注释使指定的检查项在一处不再提示。指令或检查项代码写错时，注释不起作用，而起草人以为已经起作用。',
  basis: '无法律依据，是本工具对自身注释的检查。检查项代码见本目录的索引。',
  mend: '改为写法最接近的指令或代码；没有接近的，删去写错的代码由起草人决定。须逐条确认，“全部修正”不作改动。',
  examples: [
    {
      replaces: '## 五、存在的主要问题及改进情况',
      wrong:
        '<!-- nianbao-disable section-number -->\n\n## 5、存在的主要问题及改进情况\n\n<!-- ⟦nianbao-enabled⟧ section-number -->',
      right:
        '<!-- nianbao-disable section-number -->\n\n## 5、存在的主要问题及改进情况\n\n<!-- nianbao-enable section-number -->',
      note: '恢复提示的指令写错，其后的序号都不再检查。',
    },
  ],
};

const unusedRule: Rule = {
  code: 'silence-unused',
  severity: 'information',
  title: '静默注释没有作用',
  summary: 'A comment silences a finding that is not there, so it can be removed.',
  why: '静默注释管辖的范围内没有它所指的问题：问题已经改正，或者注释放错了地方。留着它，以后同一处真有问题也不会提示。',
  basis: '无法律依据，是本工具对自身注释的检查。',
  mend: '删去注释；注释独占一行的，连同该行删去。须逐条确认，“全部修正”不作改动。',
  examples: [
    {
      wrong: '⟦<!-- nianbao-disable-next-line section-title -->⟧\n## 四、政府信息公开行政复议、行政诉讼情况',
      right: '## 四、政府信息公开行政复议、行政诉讼情况',
      note: '标题并无问题。',
    },
  ],
};

/** What there is to read of the findings that are about silences. */
export const silenceRules: readonly Rule[] = [unknownRule, unusedRule];

type Reach = keyof typeof silenceWords;

const reaches: ReadonlyMap<string, Reach> = new Map(
  (Object.keys(silenceWords) as Reach[]).map((reach) => [silenceWords[reach], reach]),
);

/** A comment's wish for one code, or for all where it names none. */
interface Silence {
  readonly comment: SilenceComment;
  readonly code: Code | undefined;
  /** The code as written; of a comment without codes the whole comment. */
  readonly span: Span;
  readonly reach: Reach;
  used: boolean;
}

const isCode = (text: string): text is Code => (codes as readonly string[]).includes(text);

/** What the comments of a draft do. */
export interface Silenced {
  /** The findings that they silence. */
  readonly silenced: ReadonlySet<Finding>;
  /** What is wrong with the comments themselves, which no comment can silence. */
  readonly findings: readonly Finding[];
}

/**
 * Has the comments of a draft silence findings. A comment silences what begins on its line, on the next line that holds
 * text (where a table begins there, in the whole table), or from itself to the comment that enables again.
 * @param findings in the order of the text
 */
export function silenceByComments(report: Report, findings: readonly Finding[]): Silenced {
  const silenced = new Set<Finding>();
  if (report.comments.length === 0) return { silenced, findings: [] };
  const silences = report.comments.flatMap(silencesOf);
  const byLine = silencesByLine(silences, report);
  const ranges = silences.filter(({ reach }) => reach === 'begin' || reach === 'end');
  const openAt = rangesOf(ranges, report.text);
  for (const found of findings) {
    const near = byLine.get(report.lines.lineAt(found.span.start)) ?? [];
    const hits = near.filter(({ code }) => code === undefined || code === found.code);
    const range = openAt(found.code, found.span.start);
    for (const hit of hits) hit.used = true;
    if (range !== undefined) range.used = true;
    if (hits.length > 0 || range !== undefined) silenced.add(found);
  }
  // What is opened or closed behind the last finding.
  openAt(undefined, report.text.length);
  return { silenced, findings: [...report.comments.flatMap(misspelt), ...useless(silences, report)] };
}

/** An entry of a configuration that is meant for a draft and silences nothing in it; the place is the draft's title. */
export function uselessEntry(report: Report, { code, fingerprint }: { code: Code; fingerprint: string }): Finding {
  return finding(unusedRule, {
    message: `设置文件 ignore 中的 ${code}（指纹 ${fingerprint}）在本文件中已没有对应的问题，可以删去这一条。`,
    span: report.title?.span ?? { start: 0, end: report.lines.end(0) },
  });
}

function silencesOf(comment: SilenceComment): Silence[] {
  const reach = reaches.get(comment.word);
  if (reach === undefined) return [];
  if (comment.names.length === 0) return [{ comment, code: undefined, span: comment.span, reach, used: false }];
  return comment.names.flatMap(({ text, span }) =>
    isCode(text) ? [{ comment, code: text, span, reach, used: false }] : [],
  );
}

/** The silences of single lines, by each line that they cover. */
function silencesByLine(silences: readonly Silence[], report: Report): ReadonlyMap<number, readonly Silence[]> {
  const byLine = new Map<number, Silence[]>();
  const tables = Object.values(report.tables);
  const done = new Set<string>();
  const front = frontOf(silences, report.text);
  const next = silences.some(({ reach }) => reach === 'nextLine') ? nextLines(report) : [];
  for (const silence of silences) {
    const { comment, reach } = silence;
    const own = report.lines.lineAt(comment.span.end);
    if (reach === 'line') add(own, silence);
    if (reach !== 'nextLine') continue;
    const first = next[own] ?? report.lines.count;
    // A pile of comments with the same code covers the same lines.
    const key = `${first} ${silence.code ?? ''}`;
    if (done.has(key)) continue;
    done.add(key);
    const table = tables.find(({ span }) => report.lines.lineAt(span.start) === first);
    if (comment.span.start <= front) for (let line = 0; line <= own; line++) add(line, silence);
    for (let line = first; line <= lastLine(table, first, report.lines); line++) add(line, silence);
  }
  return byLine;

  function add(line: number, silence: Silence): void {
    const at = byLine.get(line);
    if (at === undefined) byLine.set(line, [silence]);
    else if (!at.some(({ code }) => code === silence.code)) at.push(silence);
  }
}

/** The last line that a silence above a line covers: of a table that begins there the table's last. */
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

/** Which silence from above reaches a code at an offset; the offsets must be asked for in the order of the text. */
function rangesOf(
  silences: readonly Silence[],
  text: string,
): (code: Code | undefined, at: number) => Silence | undefined {
  const open = new Map<Code | undefined, Silence>();
  /** Codes that were enabled again while all are silenced. */
  const enabled = new Set<Code>();
  const end = (silence: Silence): void => {
    const { code } = silence;
    if (code === undefined) {
      silence.used = open.size > 0;
      open.clear();
      enabled.clear();
    } else {
      silence.used = open.delete(code) || (open.has(undefined) && !enabled.has(code));
      enabled.add(code);
    }
  };
  const begin = (silence: Silence): void => {
    if (silence.code === undefined) enabled.clear();
    else enabled.delete(silence.code);
    if (!open.has(silence.code)) open.set(silence.code, silence);
  };
  const front = frontOf(silences, text);
  let next = 0;
  return (code, at) => {
    for (; next < silences.length; next++) {
      const silence = silences[next] as Silence;
      if (silence.comment.span.start > Math.max(at, front)) break;
      if (silence.reach === 'end') end(silence);
      else begin(silence);
    }
    const all = code === undefined || !enabled.has(code) ? open.get(undefined) : undefined;
    return open.get(code) ?? all;
  };
}

/** Start of the last comment that has only comments and white space before it: it reaches to the top of the draft. */
function frontOf(silences: readonly Silence[], text: string): number {
  let front = -1;
  let at = 0;
  for (const { comment } of silences) {
    if (text.slice(at, Math.max(at, comment.span.start)).trim() !== '') break;
    front = comment.span.start;
    at = comment.span.end;
  }
  return front;
}

/** The wrong words of a comment: its instruction, or its codes. */
function misspelt(comment: SilenceComment): Finding[] {
  const { word, wordSpan, names } = comment;
  const wrong = (text: string, span: Span, what: string, right: readonly string[]): Finding => {
    const near = nearest(text, right);
    return finding(unknownRule, {
      message: `没有“${text}”这个${what}，注释不起作用${near === undefined ? '' : `；应为“${near}”`}。`,
      span,
      fixes: () => (near === undefined ? [] : [suggestion(`改为${near}`, [{ span, text: near }])]),
    });
  };
  if (!reaches.has(word)) return [wrong(word, wordSpan, '指令', [...reaches.keys()])];
  return names.flatMap(({ text, span }) => (isCode(text) ? [] : [wrong(text, span, '检查项代码', codes)]));
}

/** The text that is most like another one, with at most a third of its letters changed; the first of several. */
function nearest(text: string, right: readonly string[]): string | undefined {
  const key = text.toLowerCase();
  const limit = Math.min(6, Math.max(1, Math.floor(text.length / 3)));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of right) {
    const steps = distance(key, candidate, limit);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}

/** The silences that silenced nothing: one finding a comment where none of its codes did, else one a code. */
function useless(silences: readonly Silence[], report: Report): Finding[] {
  const byComment = new Map<SilenceComment, Silence[]>();
  for (const silence of silences) {
    const known = byComment.get(silence.comment);
    if (known === undefined) byComment.set(silence.comment, [silence]);
    else known.push(silence);
  }
  return [...byComment].flatMap(([comment, all]) => {
    const idle = all.filter(({ used }) => !used);
    if (idle.length === comment.names.length || comment.names.length === 0) {
      return idle.length === 0 ? [] : [uselessComment(comment, all, report)];
    }
    return idle.map((silence) => uselessCode(silence));
  });
}

function uselessComment(comment: SilenceComment, all: readonly Silence[], report: Report): Finding {
  const names = comment.names.map(({ text }) => text).join('、');
  const ends = all[0]?.reach === 'end';
  const what = ends ? '此前没有可恢复的静默' : `所管范围内没有${names === '' ? '任何' : ` ${names} `}问题`;
  return finding(unusedRule, {
    message: `${what}，这条注释不起作用，可以删去。`,
    span: comment.span,
    fixes: () => [remove('删去这条注释', wholeLine(comment.span, report))],
  });
}

function uselessCode({ code, span, comment }: Silence): Finding {
  const before = comment.names.findLast(({ span: other }) => other.end <= span.start);
  const start = before === undefined ? comment.wordSpan.end : before.span.end;
  return finding(unusedRule, {
    message: `所管范围内没有 ${code} 问题，注释中的这个代码不起作用，可以删去。`,
    span,
    fixes: () => [remove(`删去代码 ${code}`, { start, end: span.end })],
  });
}

function remove(title: string, span: Span): Fix {
  return suggestion(title, [{ span, text: '' }]);
}

/** A comment with its line end where nothing else stands on its lines. */
function wholeLine({ start, end }: Span, { text, lines }: Report): Span {
  const first = lines.lineAt(start);
  const last = lines.lineAt(end);
  const alone = text.slice(lines.start(first), start).trim() === '' && text.slice(end, lines.end(last)).trim() === '';
  if (!alone) return { start, end };
  if (last + 1 < lines.count) return { start: lines.start(first), end: lines.start(last + 1) };
  return { start: first === 0 ? 0 : lines.end(first - 1), end: lines.end(last) };
}
