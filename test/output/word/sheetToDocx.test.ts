import { describe, expect, it } from 'vitest';
import { sheetDocx } from '../../../server/src/output/forms.ts';
import { sheetHtml } from '../../../server/src/output/review/page.ts';
import { reviewOf } from '../../../server/src/output/review/sheet.ts';
import type { Sheet, SheetBlock } from '../../../server/src/output/sheet.ts';
import { checked } from '../../support/check.ts';
import { elements, textOf } from '../../support/reviewPage.ts';
import { rightReport } from '../../support/rightReports.ts';
import { fileIn } from '../../support/zip.ts';

const drafts = [
  ...(['department', 'government', 'trial'] as const).map((name) => ({ name, text: rightReport(name, 'markdown') })),
  { name: 'wrong', text: rightReport('department', 'markdown').replace('予以公开8件', '予以公开9件') },
  { name: 'unread', text: rightReport('department', 'markdown').replace('| 6 | 2 |', '| 六七 | 2 |') },
];

function sheetOf(text: string): Sheet {
  const { report, findings } = checked(text);
  return reviewOf(report, findings);
}

async function bodyOf(sheet: Sheet): Promise<string> {
  return fileIn(await sheetDocx(sheet), 'word/document.xml');
}

function textIn(xml: string): string {
  const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, part]) => part).join('');
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** Parts of a kind in a body, in the order in which they stand. */
function parts(xml: string, name: 'tbl' | 'tr' | 'tc' | 'p'): string[] {
  return xml.match(new RegExp(`<w:${name}(?: [^>]*)?>[\\s\\S]*?</w:${name}>`, 'g')) ?? [];
}

/** What a block says: its texts, one for each paragraph and cell. */
function saidIn(block: SheetBlock): readonly string[] {
  if ('text' in block) return [block.text];
  const { caption, columns, rows } = block.table;
  const table = [caption, ...columns, ...rows.flatMap(({ cells }) => cells)];
  return block.kind === 'signing' ? [block.heading, ...table] : table;
}

describe.each(drafts)('the review sheet in Word: $name', ({ text }) => {
  const sheet = sheetOf(text);

  it('says what the page says', async () => {
    const said = sheet.blocks.flatMap(saidIn).filter((words) => words !== '');
    const written = parts(await bodyOf(sheet), 'p').map(textIn);
    expect(written.filter((words) => words !== '')).toEqual(said);
    const page = elements(sheetHtml(sheet), 'h1', 'h2', 'h3', 'p', 'caption', 'th', 'td').map(textOf);
    expect(page.filter((words) => words !== '')).toEqual(said);
  });

  it('repeats the headers of its tables', async () => {
    for (const table of parts(await bodyOf(sheet), 'tbl')) {
      const headers = parts(table, 'tr').map((row) => /<w:tblHeader(?! w:val="(?:off|false|0)")/.test(row));
      expect(headers).toEqual(headers.map((_, i) => i === 0));
    }
  });

  it('is the same file each time', async () => {
    expect(Buffer.compare(await sheetDocx(sheet), await sheetDocx(sheet))).toBe(0);
  });
});

describe('the look of the review sheet in Word', () => {
  it('is A4 with headings as headings, in official typefaces', async () => {
    const bytes = await sheetDocx(sheetOf(rightReport('department', 'markdown')));
    const body = fileIn(bytes, 'word/document.xml');
    expect(/<w:pgSz ([^>]*)\/>/.exec(body)?.[1]).toMatch(/w:w="11906" w:h="16838"/);
    const of = (style: string): number => body.split(`<w:pStyle w:val="${style}"/>`).length - 1;
    expect([of('Title'), of('Heading1')]).toEqual([1, 6]);
    const styles = fileIn(bytes, 'word/styles.xml');
    for (const face of ['方正小标宋简体', '黑体', '宋体']) expect(styles).toContain(`w:eastAsia="${face}"`);
  });

  it('makes what is wrong bold and its verdict underlined, and keeps all tables within the page', async () => {
    const body = await bodyOf(sheetOf(rightReport('department', 'markdown').replace('予以公开8件', '予以公开9件')));
    const cells = parts(body, 'tr')
      .map((row) => parts(row, 'tc'))
      .find(([first = '']) => textIn(first) === '予以公开9件');
    expect(cells?.map((cell) => /<w:b\/>/.test(cell))).toEqual([true, true, true, true, true]);
    expect(cells?.map((cell) => /<w:u w:val="single"/.test(cell))).toEqual([false, false, false, false, true]);
    const widths = parts(body, 'tbl').map((table) =>
      [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].reduce((sum, [, width]) => sum + Number(width), 0),
    );
    expect(Math.max(...widths)).toBeLessThanOrEqual(9865);
    expect(Math.min(...widths)).toBeGreaterThan(9850);
  });

  it('holds whatever the draft holds', async () => {
    const hostile = '<w:p>&"\u0000\ud800]]>';
    const table = { caption: hostile, columns: [hostile, hostile], rows: [{ cells: [hostile, hostile] }] };
    const body = await bodyOf({
      name: hostile,
      blocks: [
        { kind: 'title', text: hostile },
        { kind: 'table', table },
      ],
    });
    expect(
      parts(body, 'p')
        .map(textIn)
        .filter((words) => words !== ''),
    ).toEqual(new Array(6).fill('<w:p>&"]]>'));
  });
});
