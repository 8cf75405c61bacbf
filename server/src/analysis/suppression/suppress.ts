import { type Code, codes, type Finding, type Fix, finding, type Rule, suggestion } from '../../checks/check.ts';
import type { Report, SuppressionComment } from '../../report/model.ts';
import { distance } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { isCode, rangesOf, reaches, type Suppression, suppressionsByLine, suppressionsOf } from './reach.ts';

const unknownRule: Rule = {
  code: 'silence-unknown',
  severity: 'warning',
  title: '静默注释写错',
  summary:
    'A comment that should suppress findings has a misspelt instruction or finding code, so it suppresses nothing.',
  why: '`<!-- nianbao-… -->` 注释使指定的检查项在一处不再提示。指令或检查项代码写错时，注释不起作用，而起草人以为已经起作用。',
  basis: '无法律依据，是本工具对自身注释的检查。检查项代码见本目录的索引。',
  howToFix: '改为写法最接近的指令或代码；没有接近的，删去写错的代码由起草人决定。须逐条确认，“全部修正”不作改动。',
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
  summary: 'A comment suppresses a finding that is not there, so it can be removed.',
  why: '静默注释管辖的范围内没有它所指的问题：问题已经改正，或者注释放错了地方。留着它，以后同一处真有问题也不会提示。',
  basis: '无法律依据，是本工具对自身注释的检查。',
  howToFix: '删去注释；注释独占一行的，连同该行删去。须逐条确认，“全部修正”不作改动。',
  examples: [
    {
      wrong: '⟦<!-- nianbao-disable-next-line section-title -->⟧\n## 四、政府信息公开行政复议、行政诉讼情况',
      right: '## 四、政府信息公开行政复议、行政诉讼情况',
      note: '标题并无问题。',
    },
  ],
};

/** What there is to read of the findings that are about suppressions. */
export const suppressionRules: readonly Rule[] = [unknownRule, unusedRule];

/** What the comments of a draft do. */
export interface Suppressed {
  /** The findings that they suppress. */
  readonly suppressed: ReadonlySet<Finding>;
  /** What is wrong with the comments themselves, which no comment can suppress. */
  readonly findings: readonly Finding[];
}

/**
 * Has the comments of a draft suppress findings. A comment suppresses what begins on its line, on the next line that holds
 * text (where a table begins there, in the whole table), or from itself to the comment that enables again.
 */
export function suppressByComments(report: Report, findings: readonly Finding[]): Suppressed {
  const suppressed = new Set<Finding>();
  if (report.suppressions.length === 0) return { suppressed, findings: [] };
  const suppressions = report.suppressions.flatMap(suppressionsOf);
  const byLine = suppressionsByLine(suppressions, report);
  const ranges = rangesOf(suppressions, report.text);
  const used = new Set(ranges.ending);
  for (const found of findings) {
    const near = byLine.get(report.lines.lineAt(found.span.start)) ?? [];
    const own = near.filter(({ code }) => code === undefined || code === found.code);
    const hits = [...own, ...ranges.at(found.code, found.span.start)];
    for (const hit of hits) used.add(hit);
    if (hits.length > 0) suppressed.add(found);
  }
  const idle = useless(suppressions, used, report);
  return { suppressed, findings: [...report.suppressions.flatMap(misspelt), ...idle] };
}

/** An entry of a configuration that is meant for a draft and suppresses nothing in it; the place is the draft's title. */
export function uselessEntry(report: Report, { code, fingerprint }: { code: Code; fingerprint: string }): Finding {
  return finding(unusedRule, {
    message: `设置文件 ignore 中的 ${code}（指纹 ${fingerprint}）在本文件中已没有对应的问题，可以删去这一条。`,
    span: report.title?.span ?? { start: 0, end: report.lines.end(0) },
  });
}

/** The wrong words of a comment: its instruction, or its codes. */
function misspelt(comment: SuppressionComment): Finding[] {
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

/** The suppressions that suppressed nothing: one finding a comment where none of its codes did, else one a code. */
function useless(suppressions: readonly Suppression[], used: ReadonlySet<Suppression>, report: Report): Finding[] {
  const byComment = new Map<SuppressionComment, Suppression[]>();
  for (const suppression of suppressions) {
    const known = byComment.get(suppression.comment);
    if (known === undefined) byComment.set(suppression.comment, [suppression]);
    else known.push(suppression);
  }
  return [...byComment].flatMap(([comment, all]) => {
    const idle = all.filter((suppression) => !used.has(suppression));
    if (idle.length === comment.names.length || comment.names.length === 0) {
      return idle.length === 0 ? [] : [uselessComment(comment, all, report)];
    }
    return idle.map((suppression) => uselessCode(suppression));
  });
}

function uselessComment(comment: SuppressionComment, all: readonly Suppression[], report: Report): Finding {
  const names = comment.names.map(({ text }) => text).join('、');
  const ends = all[0]?.reach === 'end';
  const what = ends ? '此前没有可恢复的静默' : `所管范围内没有${names === '' ? '任何' : ` ${names} `}问题`;
  return finding(unusedRule, {
    message: `${what}，这条注释不起作用，可以删去。`,
    span: comment.span,
    fixes: () => [remove('删去这条注释', wholeLine(comment.span, report))],
  });
}

function uselessCode({ code, span, comment }: Suppression): Finding {
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
