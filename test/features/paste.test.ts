import { describe, expect, it } from 'vitest';
import { pastedTable } from '../../server/src/features/paste.ts';
import { valueAt } from '../../server/src/report/model.ts';
import { standardTable } from '../../server/src/writing/write.ts';
import { right } from './report.ts';

const report = right();
const forms = ['html', 'plaintext'] as const;

describe.each(['disclosure', 'applications', 'litigation'] as const)('a copied table: %s', (id) => {
  const table = report.tables[id];
  if (table === undefined) throw new Error('no table');
  const textOf = (language: 'markdown' | 'plaintext' | 'html'): string =>
    standardTable(table.format, language, (slot) => valueAt(table, slot)?.cell?.text ?? '');

  it.each(forms)('is pasted as the standard one, from %s', (form) => {
    const copied = textOf(form);
    const clipboard =
      form === 'html' ? { text: 'ignored', html: `<html><body>${copied}</body></html>` } : { text: copied };
    for (const language of ['markdown', 'plaintext'] as const) {
      expect(pastedTable(clipboard, language)).toMatchObject({ kind: 'standard', text: textOf(language) });
    }
  });
});

it('a copied table that fell apart is the standard one, with blank cells where a value cannot be told and no number lost', () => {
  const { disclosure } = report.tables;
  if (disclosure === undefined) throw new Error('no table');
  const copied = standardTable(disclosure.format, 'plaintext', () => '4').replace(
    /(行政规范性文件)\t4\t4\t4/,
    '$1\t31 21',
  );
  const pasted = pastedTable({ text: copied }, 'markdown');
  expect(pasted?.title).toBe('粘贴为标准的表二（7格已定，3格待填）');
  expect(pasted?.text).toContain('| 行政规范性文件 |  |  |  |');
  expect(pasted?.text).toContain('（标准表外的内容：行政规范性文件：31 21）');
});

describe('other copied text', () => {
  it('is no standard table where a number of it would be lost', () => {
    const { disclosure } = report.tables;
    if (disclosure === undefined) throw new Error('no table');
    const copied = standardTable(disclosure.format, 'plaintext', () => '4');
    for (const text of [`${copied}\n另有12件在审核。`, copied.replace('行政强制', '行政强制（含代履行2件）')]) {
      expect(pastedTable({ text }, 'plaintext')).toBeUndefined();
    }
    expect(pastedTable({ text: `${copied}\n\n- 3 -\n` }, 'plaintext')?.kind).toBe('standard');
  });

  it('is a plain pipe table where it is one', () => {
    const pasted = pastedTable({ text: '渠道\t条数\n网站\t326\n公众号\t5|2\n' }, 'markdown');
    expect(pasted).toMatchObject({
      kind: 'plain',
      text: '| 渠道 | 条数 |\n| --- | --- |\n| 网站 | 326 |\n| 公众号 | 5\\|2 |',
    });
  });

  it('is left alone where it is none', () => {
    expect(pastedTable({ text: '全年收到申请15件。' }, 'markdown')).toBeUndefined();
    expect(pastedTable({ text: '一行\t没有表' }, 'markdown')).toBeUndefined();
    expect(pastedTable({ text: '', html: '<p>全年收到申请15件。</p>' }, 'plaintext')).toBeUndefined();
  });
});
