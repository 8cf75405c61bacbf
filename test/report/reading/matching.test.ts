import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../../server/src/format/labels.ts';
import type { Cell } from '../../../server/src/report/model.ts';
import { type Begun, type Context, type Meaning, meaningOf } from '../../../server/src/report/reading/matching.ts';
import { choose, labelBegunBy, numberedRow, type TablePlace } from '../../../server/src/report/reading/place.ts';
import { fold } from '../../../server/src/text/fold.ts';

const nowhere: TablePlace = { table: undefined, group: undefined, header: false };
const rowsOf = (group?: string): TablePlace => ({ table: 'applications', group, header: false });
const header = (table: 'applications' | 'litigation'): TablePlace => ({ table, group: undefined, header: true });

function cellOf(text: string, middle?: number): Cell {
  const span = { start: 0, end: text.length };
  return middle === undefined ? { text, span } : { text, span, extent: { display: middle, characters: middle } };
}

/** A label that began with that text in a cell; where a place on a page is given, there. */
function begun(text: string, place: TablePlace, middle?: number): Begun {
  const key = fold(text);
  return { key, label: key.length > 2 ? labelBegunBy(key, place) : undefined, cell: cellOf(text, middle) };
}

interface Before {
  readonly begun?: readonly Begun[];
  readonly recent?: readonly string[];
  readonly spaced?: boolean;
  readonly middle?: number;
}

/** What a text is, in short: `row withheld.2`, `head, row fee`, `tail of 0, row other`. */
function read(text: string, place: TablePlace = nowhere, before: Before = {}): string {
  const { middle, ...context } = before;
  const whole: Context = { place, begun: [], recent: [], spaced: false, ...context };
  return told(meaningOf(cellOf(text, middle), whole), place);
}

function told(meaning: Meaning, place: TablePlace): string {
  const name = (label: { readonly kind: string; readonly id: string } | undefined) =>
    label === undefined ? 'open' : `${label.kind} ${label.id}`;
  switch (meaning.kind) {
    case 'label':
      return [meaning.wording, name(meaning.label), ...(meaning.open ? ['or longer'] : [])].join(', ');
    case 'head':
      return `head, ${name(meaning.label)}`;
    case 'tail':
      return `tail of ${meaning.of}, ${name(meaning.label)}`;
    case 'several':
      return [...meaning.labels.map(({ labels }) => name(choose(labels, place))), meaning.head].join(' + ');
    case 'words':
      return meaning.words.map(({ cell }) => cell.text).join(' | ');
    default:
      return meaning.kind;
  }
}

describe('a cell by itself', () => {
  it.each([
    ['', 'value'],
    ['12', 'value'],
    ['无', 'value'],
    ['1,204.5万元', 'value'],
    ['/', 'value'],
    ["label: '规章'", 'code'],
    ['规章', 'official, row regulation'],
    ['行 政 许 可', 'official, row licensing'],
    ['政许可', 'misspelling, row licensing'],
    ['规范性文件', 'official, row normative'],
    ['（四）无法提供', 'official, group unavailable'],
    // What remarks follow it is told by the cells that come.
    ['（二）部分公开', 'alias, row partial, or longer'],
    ['（三）无法提供', 'official, group unavailable'],
    ['规章（市政府令）', 'glossed, row regulation'],
    ['现行有效件数(历史累计)', 'glossed, column inForce'],
    ['未经复议直接起拆', 'near, note direct'],
    ['三、本年度办', 'head, group result'],
    ['一、', 'head, open'],
    ['结果', 'head, open'],
    ['结果维持结果纠正其他结果尚未', 'column upheld + column corrected + column other + 尚未'],
    ['本机关认真贯彻落实条例', 'other'],
  ])('%s: %s', (text, meaning) => {
    expect(read(text)).toBe(meaning);
  });

  it('is other text where it is longer than two labels', () => {
    expect(read('规章'.repeat(200))).toBe('other');
  });
});

describe('words that several labels have', () => {
  it.each([
    ['总计', header('litigation'), 'official, column total'],
    ['总计', header('applications'), 'official, column total'],
    ['总计', rowsOf('result'), 'official, row total'],
    ['其他', header('applications'), 'official, column other, or longer'],
    ['其他', rowsOf('other'), 'official, row other.3, or longer'],
    ['其他', header('litigation'), 'head, column other'],
    ['3.其他', rowsOf('other'), 'official, row other.3'],
    ['（六）其他处理', rowsOf('result'), 'official, row other'],
  ] as const)('%s in %o: %s', (text, place, meaning) => {
    expect(read(text, place)).toBe(meaning);
  });
});

describe('a label that is broken', () => {
  it.each([
    ['its tail', '理结果', { begun: [begun('三、本年度办', rowsOf())] }, 'tail of 0, group result'],
    [
      'the tail of the latest',
      '理',
      { begun: [begun('（五）不予处', rowsOf()), begun('（六）其他处', rowsOf())] },
      'tail of 1, row other',
    ],
    ['a tail after which it may be several', '第', { begun: [begun('第二十条', rowsOf())] }, 'tail of 0, open'],
    // Alone 其他 (other) is a column or the third row of its group; behind its numeral it is the head of 其他处理.
    ['what its numeral was cut off from', '其他', { begun: [begun('（六）', rowsOf())] }, 'tail of 0, row other'],
    ['a tail that a page break repeats', '理结果', { recent: [fold('三、本年度办理结果')] }, 'repeated'],
    ['a whole label rather than a tail', '总计', { begun: [begun('（七）总', rowsOf())] }, 'official, row total'],
  ] as const)('%s', (_, text, before, meaning) => {
    expect(read(text, rowsOf('result'), before)).toBe(meaning);
  });

  it('goes on where it stands on the page, not where another one waits', () => {
    const two = [begun('结果', header('litigation'), 10), begun('结果', header('litigation'), 30)];
    expect(read('维持', header('litigation'), { begun: two, middle: 11 })).toBe('tail of 0, column upheld');
    expect(read('纠正', header('litigation'), { begun: two, middle: 29 })).toBe('tail of 1, column corrected');
    expect(read('维持', header('litigation'), { begun: two, middle: 60 })).toBe('other');
  });
});

describe('labels that spaces set apart', () => {
  const text = '（三）不 4.保护第三方合法权';

  it('are read one by one where cells are made of spaces', () => {
    expect(read(text, rowsOf('withheld'), { spaced: true })).toBe('（三）不 | 4.保护第三方合法权');
  });

  it('are one text elsewhere', () => {
    expect(read(text, rowsOf('withheld'))).toBe('other');
  });
});

describe('the place decides', () => {
  const named = (text: string) => labelsOf(fold(text)) ?? [];

  it('between rows of groups', () => {
    expect(numberedRow('2', rowsOf('withheld'))?.id).toBe('withheld.2');
    expect(numberedRow('2', rowsOf('unprocessed'))?.id).toBe('unprocessed.2');
    expect(numberedRow('9', rowsOf('withheld'))).toBeUndefined();
  });

  it('only once a table is being read', () => {
    expect(choose(named('总计'), nowhere)).toBeUndefined();
    expect(choose(named('总计'), rowsOf('result'))).toMatchObject({ table: 'applications', kind: 'row' });
    expect(choose(named('合计'), header('litigation'))).toMatchObject({ table: 'litigation', kind: 'column' });
  });

  it('what a beginning can only be', () => {
    expect(labelBegunBy(fold('1.'), rowsOf('withheld'))).toBeUndefined();
    expect(labelBegunBy(fold('8.属于'), rowsOf('withheld'))?.id).toBe('withheld.8');
    expect(labelBegunBy(fold('其他'), header('litigation'))?.id).toBe('other');
  });
});
