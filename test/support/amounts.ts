import { slotKey } from '../../server/src/format/shape.ts';
import { bordered, type Damage, everywhere, onBlanks, onValues } from './damage.ts';
import type { DraftCell, DraftTable } from './draft.ts';
import { pick } from './random.ts';

const wide = (text: string): string =>
  text.replace(/[0-9.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

function grouped(value: number, mark: string): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.');
  const marked = whole.replace(/\B(?=(?:\d{3})+$)/g, mark);
  return `${value < 0 ? '-' : ''}${marked}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** What befalls numbers. */
export const amounts: readonly Damage[] = [
  {
    name: 'full-width digits',
    kind: 'value',
    shapes: everywhere,
    apply: onValues((value, _, random) => (random() < 0.5 ? { text: wide(String(value)) } : undefined)),
  },
  {
    name: 'thousands separators',
    kind: 'value',
    shapes: everywhere,
    apply: onValues((value, _, random) =>
      Math.abs(value) >= 1000 ? { text: grouped(value, pick(random, [',', '，'])) } : undefined,
    ),
  },
  {
    name: 'units of counts',
    kind: 'value',
    shapes: everywhere,
    apply: onValues((value, cell, random) =>
      cell.slot?.kind === 'count' && random() < 0.4
        ? { text: `${value}${pick(random, ['件', '项', '个'])}` }
        : undefined,
    ),
  },
  {
    name: 'units of counts behind a space',
    kind: 'value',
    shapes: bordered,
    apply: onValues((value, cell, random) =>
      cell.slot?.kind === 'count' && random() < 0.4 ? { text: `${value} 件` } : undefined,
    ),
  },
  {
    name: 'units of money',
    kind: 'value',
    shapes: bordered,
    apply: onValues((value, cell, random, table) => {
      if (cell.slot?.kind !== 'money') return undefined;
      // 元 only where the header does not say 万元.
      const yuan = table.format.blocks.some((block) => block.rows.some((row) => row.id === 'procurement'));
      const unit = pick(random, yuan ? ['万元', '万', ' 万元', '元'] : ['万元', ' 万元']);
      return { text: unit === '元' ? `${Math.round(value * 10_000)}元` : `${value}${unit}` };
    }),
  },
  {
    name: 'changes in words and with signs',
    kind: 'value',
    shapes: everywhere,
    apply: onValues((value, cell, random) => {
      if (cell.slot?.kind !== 'change') return undefined;
      const size = Math.abs(value);
      if (value < 0) return { text: `${pick(random, ['减', '减少', '−', '－', '–'])}${size}` };
      return { text: `${pick(random, value === 0 ? ['+'] : ['+', '增', '增加', '＋'])}${size}` };
    }),
  },
  {
    name: 'strokes for zeros',
    kind: 'value',
    shapes: everywhere,
    apply: onValues((value, _, random) =>
      value === 0 && random() < 0.5 ? { text: pick(random, ['/', '—', '——', '-', '／']), value: null } : undefined,
    ),
  },
  {
    name: 'strokes for all zeros',
    kind: 'value',
    shapes: everywhere,
    apply: onValues((value) => (value === 0 ? { text: '/', value: null } : undefined)),
  },
  {
    name: 'the word for zero',
    kind: 'value',
    shapes: bordered,
    apply: onValues((value, _, random) => (value === 0 && random() < 0.3 ? { text: '无' } : undefined)),
  },
  {
    name: 'hard and wide spaces around numbers',
    kind: 'value',
    shapes: bordered,
    apply: onValues((value, _, random) =>
      random() < 0.4
        ? { text: `${pick(random, ['\u00a0', '\u3000', ' '])}${value}${pick(random, ['\u00a0', '', ' '])}` }
        : undefined,
    ),
  },
  {
    name: 'zero-width characters in numbers',
    kind: 'value',
    shapes: everywhere,
    apply: onValues((value, _, random) =>
      random() < 0.3
        ? { text: `${pick(random, ['\u200b', '\ufeff', ''])}${value}${pick(random, ['\u200b', '\u200d'])}` }
        : undefined,
    ),
  },
  {
    name: 'digits set apart',
    kind: 'value',
    shapes: ['pipe', 'html', 'tab', 'word', 'lines', 'pipe-end'],
    apply: onValues((value, cell, random, table) =>
      cell.slot?.kind === 'count' && value >= 10 && random() < 0.3 && !isAlone(cell, table)
        ? { text: [...String(value)].join(' ') }
        : undefined,
    ),
  },
  {
    name: 'signs escaped as Markdown converters do',
    kind: 'value',
    shapes: ['pipe'],
    apply: onValues((value, cell) => {
      if (cell.slot?.kind !== 'change') return undefined;
      return { text: value < 0 ? `\\-${-value}` : `\\+${value}` };
    }),
  },
  {
    name: 'hard spaces in blank cells',
    kind: 'value',
    shapes: ['pipe', 'html', 'tab', 'word', 'pipe-end'],
    apply: onBlanks((random) => pick(random, ['\u00a0', '\u3000', '\u200b', ''])),
  },
  {
    name: 'entities in blank cells',
    kind: 'value',
    shapes: ['pipe'],
    apply: onBlanks((random) => pick(random, ['&nbsp;', '&#12288;', ''])),
  },
  {
    name: 'bold numbers',
    kind: 'value',
    shapes: ['pipe'],
    apply: onValues((value, _, random) => (random() < 0.5 ? { text: `**${value}**` } : undefined)),
  },
];

/** Whether a number is the only one of its row: with its digits apart nobody can tell it from several values. */
function isAlone({ slot }: DraftCell, { rows, values }: DraftTable): boolean {
  const row = rows
    .flatMap(({ cells }) => cells.flatMap((cell) => cell.slot ?? []))
    .filter((own) => own.row === slot?.row);
  return row.length > 1 && row.filter((own) => (values.get(slotKey(own)) ?? null) !== null).length === 1;
}
