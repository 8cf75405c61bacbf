import { isBlank, squeeze } from '../../text/fold.ts';
import { memo } from '../../text/memo.ts';
import { withoutBlanks } from './marks.ts';
import type { Piece, TextLine } from './pieces.ts';

/** Longest line of a page's own parts, and most lines at either end of a draft that are looked at. */
const LONGEST = 160;
const MOST_LINES = 60;
/** Characters, without white space, of a line that is certainly the report's. */
const LONG = 60;

/** `当前位置：首页 > 政务公开`, `首页 » 年报`: the way to the page. */
const WAY = /^(?:[^：:]{0,6}位置(?:[：:]|是)|(?:网站)?首页(?:[>＞»›/\\|→-]|$))/;
/** `发布时间：2024-01-20 10:21 来源：云川市水务局 浏览次数：36`, `索引号：…`: what a page says of its text. */
const LABELLED =
  /^[【[（(]?(?:(?:发布|发文|更新|公开|成文|生成|录入)(?:时间|日期)|时间|日期|(?:信息|文章|稿件)?来源|作者|(?:责任)?编辑|浏览(?:次数|量|人数)?|阅读(?:次数|量|数)?|点击(?:次数|量|率|数)?|访问(?:次数|量)|索引号|发布机构|发文机关|发布单位|公开机构|公开范围|主题分类|信息名称|有效性|打印时间)[：:]/;
/** `2024-01-20 10:21`: no date of a signature. */
const TIME = /^20\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\d{1,2}:\d{2}(?::\d{2})?)?$/;
/** `字号：【大 中 小】`, `[打印] [关闭]`, `分享到：微信 微博`: what can be done with the page. */
const TOOLS =
  /^(?:[【[（(|｜/、：:·]|字[体号]大?小?|[大中小]|打印(?:本[页文])?|关闭(?:本[页文]|窗口)?|收藏(?:本页)?|分享(?:到)?|复制链接|微信|微博|新浪|腾讯|QQ空间?|空间|我要纠错|语音朗读|朗读|下载(?:本文)?|返回(?:顶部|首页|上一页)?|[】\]）)])+$/;
const TOOL = /字[体号]|打印|关闭|收藏|分享|复制链接|纠错|朗读|返回/;
/** `上一篇：…`, `扫一扫在手机打开当前页`. */
const AFTERWARDS = /^(?:[上下]一[篇条页][：:]|扫一扫|相关(?:链接|文档|信息|附件|阅读)[：:]?$|网站地图|联系我们)/;
/** `版权所有：…`, `京ICP备…号`, `主办单位：…`: the foot of a page. */
const FOOT =
  /版权所有|©|[Cc]opyright|ICP备|公网安备|网站标识码|^(?:主办|承办|协办|技术支持|网站维护)(?:单位)?[：:]|建议使用.{0,40}浏览器/;
/** A year's report is named: then the line is its title, whatever stands before it. */
const TITLED = /(?:20\d\d|二[〇零○][〇零○一二三四五六七八九]{2})年?度?.{0,40}信息公开|信息公开.{0,20}20\d\d年/;
/** The date of a signature: `2024年1月20日`. */
const DATE =
  /^(?:20\d\d|二[〇零○О0oO][〇零○一二三四五六七八九]{2})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日?$/;

/** Whether a line is a part of the page around a report: the way to it, its times and counts, tools, foot. */
export const isFurniture: (text: string) => boolean = memo((text) => {
  const plain = plainOf(text);
  if (plain.length > LONGEST || TITLED.test(plain)) return false;
  return (
    WAY.test(plain) ||
    LABELLED.test(plain) ||
    TIME.test(plain) ||
    (TOOL.test(plain) && TOOLS.test(plain)) ||
    AFTERWARDS.test(plain) ||
    FOOT.test(plain)
  );
});

/** A line without marks and white space, as far as it matters. */
function plainOf(text: string): string {
  return squeeze(withoutBlanks(text).slice(0, 2 * LONGEST));
}

/**
 * The pieces of a draft without the parts of the web page that it was copied with: before the report's first sentence or
 * table, and behind its last. Behind the date that ends a report all is the page's where any line is.
 */
export function withoutFurniture(pieces: readonly Piece[]): readonly Piece[] {
  const dropped = new Set<Piece>([...frontOf(pieces), ...backOf(pieces)]);
  return dropped.size === 0 ? pieces : pieces.filter((piece) => !dropped.has(piece));
}

/** Where behind a report's last piece the page around it goes on; undefined where nothing follows. */
export function furnitureBehind(all: readonly Piece[], kept: readonly Piece[]): number | undefined {
  if (all.length === kept.length) return undefined;
  const last = kept.findLast((piece) => piece.kind === 'table' || !isBlank(piece.text));
  const end = last?.span.end ?? 0;
  return all.find((piece) => piece.kind === 'line' && piece.span.start >= end && !isBlank(piece.text))?.span.start;
}

/** Up to the last line that tells the way to the page all lines, then those that are the page's. */
function frontOf(pieces: readonly Piece[]): readonly Piece[] {
  const front = outerLines(pieces);
  const title = front.findIndex(({ text }) => TITLED.test(plainOf(text)));
  const before = title < 0 ? front : front.slice(0, title);
  const way = before.findLastIndex(({ text }) => WAY.test(plainOf(text)));
  return front.filter(({ text }, index) => index <= way || isFurniture(text));
}

function backOf(pieces: readonly Piece[]): readonly Piece[] {
  const back = outerLines(pieces.toReversed());
  const date = back.findIndex(({ text }) => DATE.test(plainOf(text)));
  const furniture = back.filter(({ text }) => isFurniture(text));
  const behind = date < 0 ? [] : back.slice(0, date);
  return behind.some(({ text }) => isFurniture(text)) ? [...behind, ...furniture] : furniture;
}

/** The lines at the beginning that hold text, up to a table or a line that is the report's: a sentence, a long one. */
function outerLines(pieces: readonly Piece[]): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'table' || lines.length === MOST_LINES) break;
    if (isBlank(piece.text)) continue;
    if (!isFurniture(piece.text) && isOfReport(piece.text)) break;
    lines.push(piece);
  }
  return lines;
}

/** `（一）主动公开。`, `| 规章 | 1 |`: a sentence, a cell, a long line. */
function isOfReport(text: string): boolean {
  return /[。；\t|]/.test(text) || plainOf(text).length > LONG;
}
