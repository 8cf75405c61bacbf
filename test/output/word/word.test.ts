import { CommentReference, Document, FootnoteReferenceRun, Header, ImageRun, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../server/src/format/grid.ts';
import { fromHtml } from '../../../server/src/input/fromHtml.ts';
import { zipEntries } from '../../../server/src/input/zip.ts';
import { documentOf } from '../../../server/src/output/document.ts';
import { toText } from '../../../server/src/output/toText.ts';
import { fromDocx, toDocx } from '../../../server/src/output/word/word.ts';
import { reportIn } from '../../support/check.ts';
import { dataOf, realReports } from '../../support/realReports.ts';
import { fileIn } from '../../support/zip.ts';

/** The report in a Word file. */
async function reportInWord(bytes: Uint8Array) {
  const word = await fromDocx(bytes);
  if (word.kind === 'refused') throw new Error(word.reason);
  const imported = fromHtml(word.html);
  if (imported === undefined) throw new Error('not taken for a report');
  return imported.report;
}

/** The rows of cells of each table in a Word file, each with its width, merge and text. */
function tablesIn(bytes: Uint8Array) {
  const tables = fileIn(bytes, 'word/document.xml').match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? [];
  return tables.map((table) =>
    (table.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? []).map((row) => ({
      header: /<w:tblHeader(?! w:val="off")/.test(row),
      cells: (row.match(/<w:tc>[\s\S]*?<\/w:tc>/g) ?? []).map((cell) => ({
        width: Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
        merge: /<w:vMerge(?: w:val="(\w+)")?/.exec(cell)?.[1],
        text: [...cell.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join(''),
      })),
    })),
  );
}

describe.each(realReports)('$name', ({ text, language }) => {
  const report = reportIn(text, language);
  const document = documentOf(report);

  it('is the same report in Word', async () => {
    expect(dataOf(await reportInWord(await toDocx(document)))).toEqual(dataOf(report));
  });

  it('comes back from Word word for word', async () => {
    expect(toText(documentOf(await reportInWord(await toDocx(document))))).toBe(toText(document));
  });

  it('is the same file each time', async () => {
    expect(Buffer.compare(await toDocx(document), await toDocx(document))).toBe(0);
  });

  it('has the merged cells of the official layout', async () => {
    const written = tablesIn(await toDocx(document));
    const statutory = document.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(statutory.length).toBe(3);
    for (const { format, textOf } of statutory) {
      const { width, rows } = gridOf(format);
      const merged = rows.flat().filter(({ rowspan }) => rowspan > 1);
      const table = written.find(
        (candidate) => candidate.length === rows.length && candidate[0]?.cells[0]?.text === rows[0]?.[0]?.text,
      );
      expect(table?.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.width, 0))).toEqual(
        rows.map(() => width),
      );
      const own = table?.map(({ cells }) => cells.filter(({ merge }) => merge !== 'continue'));
      expect(own?.map((cells) => cells.map((cell) => [cell.width, cell.text]))).toEqual(
        rows.map((row) =>
          row.map(({ colspan, text: label, slot }) => [colspan, slot === undefined ? label : textOf(slot)]),
        ),
      );
      expect(table?.flatMap(({ cells }) => cells.filter(({ merge }) => merge === 'restart')).length).toBe(
        merged.length,
      );
    }
  });

  it('repeats the headers of tables 3 and 4', async () => {
    const headers = tablesIn(await toDocx(document)).map((rows) => rows.filter(({ header }) => header).length);
    expect(headers).toEqual([0, 3, 3]);
  });
});

describe('a Word file', () => {
  const lines = [
    '云川市水务局2025年政府信息公开工作年度报告',
    '一、总体情况',
    '全年公开信息12条。',
    '五、存在的主要问题及改进情况',
    '无。',
  ];

  it('tells what of it could not be read', async () => {
    const paragraphs = lines.map((line) => new Paragraph(line));
    const picture = new ImageRun({
      type: 'png',
      data: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
      transformation: { width: 10, height: 10 },
    });
    const file = new Document({
      footnotes: { 1: { children: [new Paragraph('数据截至年底。')] } },
      comments: { children: [{ id: 0, children: [new Paragraph('请核。')] }] },
      numbering: { config: [{ reference: 'own', levels: [{ level: 0, format: 'decimal', text: '%1.' }] }] },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('内部资料')] }) },
          children: [
            ...paragraphs,
            new Paragraph({ children: [picture] }),
            new Paragraph({ numbering: { reference: 'own', level: 0 }, text: '编号的一段。' }),
            new Paragraph({
              children: [new TextRun('有注的一段。'), new FootnoteReferenceRun(1), new CommentReference(0)],
            }),
          ],
        },
      ],
    });
    const word = await fromDocx(await Packer.pack(file, 'uint8array'));
    expect(word).toMatchObject({
      kind: 'html',
      notes: [
        '没有读入图片1幅。',
        '没有读入自动编号1处：请在文中补上序号。',
        '脚注、尾注1条移到文末，文中标为[1]等。',
        '没有读入批注1条。',
        '没有读入页眉、页脚。',
      ],
    });
    const text = word.kind === 'html' ? toText(documentOf(reportIn(word.html, 'html'))) : '';
    for (const line of [...lines, '编号的一段。', '有注的一段。', '数据截至年底。']) expect(text).toContain(line);
  });

  it('is refused where it is damaged', async () => {
    const whole = await toDocx(documentOf(reportIn(lines.join('\n\n'), 'plaintext')));
    const broken = { kind: 'refused', reason: '不是 Word 文件（.docx），或者文件已损坏。' };
    expect(await fromDocx(whole.subarray(0, whole.length / 2))).toEqual(broken);
    expect(await fromDocx(new Uint8Array())).toEqual(broken);
    const scrambled = whole.map((byte, i) => (i > 40 && i < whole.length - 3000 ? byte ^ 0x5a : byte));
    expect(await fromDocx(scrambled)).toEqual(broken);
  });

  it('is refused where it unpacks to more than any report', async () => {
    const bomb = (await toDocx(documentOf(reportIn(lines.join('\n\n'), 'plaintext')))).slice();
    const first = zipEntries(bomb)?.[0];
    new DataView(bomb.buffer).setUint32((first?.record ?? 0) + 24, 0x7fffffff, true);
    expect(await fromDocx(bomb)).toMatchObject({ kind: 'refused', reason: expect.stringContaining('过大') });
  });
});
