import { captions } from '../format/tableParts.ts';
import type { Report } from '../report/model.ts';
import { readReport } from '../report/reading/read.ts';

/** A report that was read from a file of another form, and what of the file could not be read, a sentence each. */
export interface Imported {
  readonly report: Report;
  readonly notes: readonly string[];
}

/** What a page shows and no draft can hold. */
const PICTURES = /<(?:img|svg|canvas|video|audio|object|embed|iframe)\b/gi;
/** What works a page and is not its text. */
const MENUS = /<(?:nav|button|select|input|textarea|template|noscript)\b/gi;
const CAPTION = /(<table\b[^<>]{0,500}>)\s*<caption\b[^<>]{0,500}>([\s\S]{0,2000}?)<\/caption>/gi;

/** Reads a report from an HTML page; undefined for a page that holds none. */
export function fromHtml(html: string): Imported | undefined {
  const report = readReport(withCaptionsBefore(html), 'html');
  if (report === undefined) return undefined;
  const pictures = html.match(PICTURES)?.length ?? 0;
  const menus = html.match(MENUS)?.length ?? 0;
  return {
    report,
    notes: [
      ...(pictures === 0 ? [] : [`没有读入图片、视频或嵌入的内容${pictures}处。`]),
      ...(menus === 0 ? [] : [`没有读入网页的导航、按钮和表单${menus}处。`]),
    ],
  };
}

/** The captions of tables as paragraphs before them; those that this program has written are left out. */
function withCaptionsBefore(html: string): string {
  return html.replace(CAPTION, (_, table: string, caption: string) =>
    captions.has(caption.trim()) ? table : `<p>${caption}</p>${table}`,
  );
}
