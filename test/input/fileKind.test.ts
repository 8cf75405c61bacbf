import { describe, expect, it } from 'vitest';
import { decode } from '../../server/src/input/decode.ts';
import { type FileKind, fileKindOf } from '../../server/src/input/fileKind.ts';
import { readForm } from '../../server/src/output/forms.ts';
import * as files from '../support/files.ts';
import { rightReport } from '../support/rightReports.ts';

const report = rightReport('department', 'plaintext');

const kinds: readonly (readonly [string, FileKind, Uint8Array])[] = [
  ['a text', 'text', Buffer.from(report)],
  ['a text that was cut off within a character', 'text', Buffer.from(report).subarray(0, -2)],
  ['a text in UTF-16', 'text', Buffer.from(`\ufeff${report}`, 'utf16le')],
  ['a web page', 'text', Buffer.from('<!DOCTYPE html><p>通知</p>')],
  ['a text that begins as a zip archive does', 'text', Buffer.from('PK 赛')],
  ['a text that speaks of PDF', 'text', Buffer.from('见附件 %PDF-1.7')],
  ['a Word file', 'docx', files.wordFile],
  ['a Word file that was cut off', 'damaged', files.damaged],
  ['an old Word file', 'old-word', files.oldWord],
  ['a Word file with a password', 'old-word', files.locked],
  ['an old Excel file', 'workbook', files.oldExcel],
  ['an Excel file', 'workbook', files.workbook],
  ['an OpenDocument file', 'opendocument', files.openDocument],
  ['an OFD file', 'ofd', files.ofd],
  ['another zip archive', 'archive', files.archive('a.txt')],
  ['an empty zip archive', 'archive', files.archive()],
  ['a PDF file', 'pdf', files.pdf],
  ['an RTF file', 'rtf', Buffer.from('{\\rtf1\\ansi }')],
  ['a picture', 'image', files.picture],
  ['nothing', 'empty', new Uint8Array()],
  ['blank lines behind a byte order mark', 'empty', Buffer.from('\ufeff \r\n\u3000\n')],
  ['a text in UTF-16 without its mark', 'binary', Buffer.from(report, 'utf16le')],
  ['bytes that are no text', 'binary', Uint8Array.from({ length: 999 }, (_, i) => (i * 7919 + (i >> 3)) % 256)],
];

it.each(kinds)('%s is known as %s', (_, kind, bytes) => {
  expect(fileKindOf(bytes, () => decode(bytes))).toBe(kind);
});

describe('a file that is to be imported', () => {
  const imported = (name: string, bytes: Uint8Array) => readForm({ name, bytes, text: () => decode(bytes) });

  it.each([
    ['年报.doc', files.oldWord, '*.docx'],
    ['年报.docx', files.locked, '密码'],
    ['年报.doc', Buffer.from('{\\rtf1 }'), '*.docx'],
    ['年报.docx', files.workbook, 'Excel'],
    ['年报.txt', files.pdf, 'PDF'],
    ['年报.docx', files.damaged, '损坏'],
    ['年报.docx', Buffer.from('通知'), '不是 Word 文件'],
    ['年报.html', new Uint8Array(), '空'],
  ])('%s is refused with what it is or what to do', async (name, bytes, words) => {
    expect(await imported(name, bytes)).toEqual({ refusal: expect.stringContaining(words) });
  });

  it.each(['年报.docx', '年报.doc', '年报.txt'])('is read as the text that it is, called %s', async (name) => {
    expect(await imported(name, Buffer.from(report))).toMatchObject({ report: { year: 2025 } });
  });
});
