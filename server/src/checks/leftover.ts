import { officialTitle } from '../format/phrases.ts';
import type { Report } from '../report/model.ts';
import type { Edit, Span } from '../text/span.ts';
import { type Check, type Finding, finding, type Rule, suggestion } from './check.ts';
import { chatPieces, markPieces } from './leftover/chat.ts';
import { letterPieces } from './leftover/letter.ts';
import { pagePieces } from './leftover/page.ts';
import type { Piece } from './leftover/piece.ts';

const right = officialTitle('云川市水务局', 2025);

const rule: Rule = {
  code: 'leftover',
  severity: 'warning',
  title: '混入了报告以外的内容',
  summary:
    'What belongs to a covering letter, a web page or a chat program stands in the report: a salutation, the way to a page, buttons, marks of emphasis.',
  why: `报告由别处复制而来时，常把报告以外的文字一起带了进来，发布后原样出现在网站上：

- 报送函的外壳：“关于报送……的函”、主送机关、“报送如下”“此函”“特此报告”、抄送、印发日期、“（此件主动公开）”。报送上级的是函，公布的是报告；
- 网页的外壳：“当前位置”、来源和发布时间、浏览次数、分享、打印、“附件下载”。网页（HTML）本身不查；
- 写作工具留下的话：“希望对您有帮助”“请根据实际情况修改”，以及没有变成加粗、标题的 \`**\`、\`#\`。

一种来源只提示一次，其余各处列为相关位置。`,
  basis:
    '填报惯例：向社会公布的是年度报告本身（《条例》第四十九条、第五十条），不包括报送、发布所用的文书和网页的内容。',
  howToFix:
    '一次去掉同一来源的各处：整行的删去整行，报送函的标题改为报告标题，“报送如下”改为“公布如下”。由填报人确认，“全部修正”不删。',
  examples: [
    {
      replaces: `# ${right}\n\n`,
      wrong: `⟦当前位置：首页 > 政务公开 > 年度报告⟧\n\n# ${right}\n\n`,
      right: `# ${right}\n\n`,
    },
    {
      replaces: `${right}\n\n本报告根据`,
      wrong: `${right}\n\n⟦云川市人民政府办公室：⟧\n\n本报告根据`,
      right: `${right}\n\n本报告根据`,
    },
    {
      replaces: '没有其他需要报告的事项。',
      wrong: '没有其他需要报告的事项。⟦希望以上内容对您有所帮助！⟧',
      right: '没有其他需要报告的事项。',
    },
  ],
};

/** leftover: what stands in the draft and is none of the report; one finding for each source. */
export const checkLeftovers: Check = { rules: [rule], run };

interface Source {
  readonly find: (report: Report) => readonly Piece[];
  readonly message: (first: string, more: string) => string;
  readonly fix: string;
}

const sources: readonly Source[] = [
  {
    find: pagePieces,
    message: (first, more) => `“${first}”${more}是网页上的内容，不属于报告，请删去。`,
    fix: '删去网页上的内容',
  },
  {
    find: letterPieces,
    message: (first, more) => `“${first}”${more}是报送函等文书的内容，不属于公布的报告，请删去。`,
    fix: '去掉报送函的内容',
  },
  {
    find: chatPieces,
    message: (first, more) => `“${first}”${more}是写作工具的话，不属于报告，请删去。`,
    fix: '删去写作工具的话',
  },
  {
    find: markPieces,
    message: (first, more) => `“${first}”${more}的排版记号会原样显示，请去掉。`,
    fix: '去掉排版记号',
  },
];

/** Characters of a piece that a message shows. */
const SHOWN = 20;

function* run(report: Report): Iterable<Finding> {
  for (const { find, message, fix } of sources) {
    const pieces = [...find(report)].sort((a, b) => a.span.start - b.span.start);
    const [first, ...others] = pieces;
    if (first === undefined) continue;
    const edits = merged(
      report,
      pieces.map(({ edit }) => edit),
    );
    yield finding(rule, {
      message: message(shown(report, first.span), others.length === 0 ? '' : `等${pieces.length}处`),
      span: first.span,
      related: others.map(({ span }) => ({ span, message: `“${shown(report, span)}”` })),
      fixes: () => (edits.length === 0 ? [] : [suggestion(fix, edits)]),
    });
  }
}

function shown({ text }: Report, { start, end }: Span): string {
  const words = text.slice(start, end).replace(/\s+/g, ' ');
  return words.length > SHOWN ? `${words.slice(0, SHOWN)}……` : words;
}

/** The edits in order, those that overlap as one; what is taken from the end goes with the empty lines before it. */
function merged({ text }: Report, edits: readonly (Edit | undefined)[]): Edit[] {
  const found: Edit[] = [];
  for (const edit of edits.flatMap((one) => one ?? []).sort((a, b) => a.span.start - b.span.start)) {
    const last = found.at(-1);
    const deletions = last?.text === '' && edit.text === '';
    if (last === undefined || edit.span.start > last.span.end || (!deletions && edit.span.start === last.span.end)) {
      found.push(edit);
    } else if (deletions) {
      const span = { start: last.span.start, end: Math.max(last.span.end, edit.span.end) };
      found[found.length - 1] = { span, text: '' };
    }
  }
  const last = found.at(-1);
  if (last === undefined || last.text !== '' || text.slice(last.span.end).trim() !== '') return found;
  const start = text.slice(0, last.span.start).trimEnd().length;
  return [...found.slice(0, -1), { ...last, span: { start, end: Math.max(start, text.trimEnd().length) } }];
}
