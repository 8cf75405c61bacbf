import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCharacters } from '../../server/src/features/clean.ts';
import { partsOf } from '../../server/src/report/reading/parts.ts';
import { runs } from '../support/runs.ts';

describe('clean characters', () => {
  const clean = (text: string): string => cleanCharacters({ text, parts: partsOf(text, 'markdown') });

  it('leaves comments and blocks of code alone', () => {
    expect(clean('收到１２件。<!-- 原为１２件 -->\n\n```\n２０２５ 年\n```\n\n办结１２件。\n')).toBe(
      '收到12件。<!-- 原为１２件 -->\n\n```\n２０２５ 年\n```\n\n办结12件。\n',
    );
  });

  it('fixes what copying did', () => {
    expect(clean('根据国办公开办函[2021] 30 号，２０２５ 年 3 月 27 日\u200b收到⽂件，国务院令第 711 号，15 件')).toBe(
      '根据国办公开办函〔2021〕30号，2025年3月27日收到文件，国务院令第711号，15 件',
    );
  });

  it('changes nothing the second time, and no number ever', () => {
    const piece = fc.constantFrom(
      '2025 年',
      ' 3 月 ',
      '〔2018) 59 号',
      '第 711 号',
      '\u200b',
      '１２',
      '⽂',
      '收到',
      '，',
      '15',
      ' ',
      '\n',
      '办发',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const once = clean(text);
        expect(clean(once)).toBe(once);
        const digits = (from: string): string => from.normalize('NFKC').replace(/\D/g, '');
        expect(digits(once)).toBe(digits(text));
      }),
      runs(300),
    );
  });
});
