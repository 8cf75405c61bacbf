import type { Breakdown, Figured, Percentage } from '../../report/facts/statements/sum.ts';
import { sumsOf } from '../../report/facts/statements/sums.ts';
import type { Report } from '../../report/model.ts';
import { alternative, type FindingInit, type Fix, suggestion } from '../check.ts';

/** Parts from which on it is no use to offer a change of each. */
const MANY = 4;

/**
 * What is to be said of the text's own sums. One cause is said once: what is made of a number that is wrong already is
 * left out, and shares of one whole that all fail are the whole's fault.
 * @param wrong offsets of the numbers that differ from the tables, with what they are there
 */
export function failingSums(report: Report, wrong: ReadonlyMap<number, readonly number[]>): FindingInit[] {
  const failing = sumsOf(report).filter(({ state }) => state === 'fails');
  const told = new Set(wrong.keys());
  const isTold = (numbers: readonly (Figured | undefined)[]): boolean =>
    numbers.some((number) => number !== undefined && told.has(number.span.start));
  const found: FindingInit[] = [];
  for (const sum of failing) {
    if (sum.kind !== 'breakdown' || isTold([sum.head, ...sum.parts])) continue;
    found.push(ofBreakdown(sum));
    for (const { span } of [sum.head, ...sum.parts]) told.add(span.start);
  }
  const shares = new Map<number | undefined, Percentage[]>();
  for (const sum of failing) {
    if (sum.kind !== 'percentage' || (isTold([sum.part, sum.whole]) && followsFrom(sum, wrong))) continue;
    const whole = sum.whole?.span.start;
    shares.set(whole, [...(shares.get(whole) ?? []), sum]);
  }
  for (const group of shares.values()) {
    const [first, ...others] = group;
    if (first !== undefined) found.push(others.length === 0 ? ofPercentage(first) : ofShares([first, ...others]));
  }
  return found;
}

/** Whether a percentage is right once the numbers are that it is made of, or what those are is not known. */
function followsFrom({ percent, part, whole }: Percentage, wrong: ReadonlyMap<number, readonly number[]>): boolean {
  if (part === undefined || whole === undefined) return true;
  const { value, decimals } = percent.quantity;
  const right = ({ span, quantity }: Figured): readonly number[] => wrong.get(span.start) ?? [quantity.value];
  if (!wrong.has(part.span.start) && !wrong.has(whole.span.start)) return true;
  return right(part).some((a) => right(whole).some((b) => Math.abs((100 * a) / b - value) < 10 ** -decimals));
}

function ofBreakdown({ head, parts, sum, loose }: Breakdown): FindingInit {
  const { value, unit } = head.quantity;
  const listed = parts.map(({ quantity }) => quantity.value).join('＋');
  const gap = `${sum > value ? '多' : '少'}${round(Math.abs(sum - value))}${unit}`;
  return {
    ...(loose && { severity: 'hint' }),
    message: `文中总数为${value}${unit}，所列各项为${listed}＝${sum}${unit}，各项之和比总数${gap}，请核对。`,
    span: head.span,
    related: parts.map(({ span, quantity }) => ({ span, message: `其中${quantity.value}${quantity.unit}` })),
    fixes: () => [
      alternative(`总数改为${sum}`, [{ span: head.span, text: String(sum) }]),
      ...(parts.length > MANY ? [] : parts).flatMap(({ span, quantity }): Fix[] => {
        const text = String(round(quantity.value + value - sum));
        if (text.startsWith('-')) return [];
        return [alternative(`其中${quantity.value}改为${text}`, [{ span, text }])];
      }),
    ],
  };
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** `186÷348计算为53%`: what a percentage comes to. */
function computed({ part, whole, expected = '' }: Percentage): string {
  return `${part?.quantity.value ?? ''}÷${whole?.quantity.value ?? ''}计算为${expected}%`;
}

function ofPercentage(percentage: Percentage): FindingInit {
  const { percent, part, whole, expected = '', words, loose } = percentage;
  const fix = loose ? alternative : suggestion;
  return {
    ...(loose && { severity: 'hint' }),
    message: `文中“${words}”，按${isChange(percentage) ? changed(percentage) : computed(percentage)}，请核对。`,
    span: percent.span,
    related: numbersOf([part, whole]),
    fixes: () => [fix(`改为${expected}%`, [{ span: percent.span, text: expected }])],
  };
}

/** Whether a percentage tells by how much a number changed. */
function isChange({ words }: Percentage): boolean {
  return /减少|增加|增长|下降|上升|降低|提高|精简|压缩|降幅|增幅/.test(words);
}

/** `从3337到1937计算为42%` */
function changed({ part, whole, expected = '' }: Percentage): string {
  return `从${whole?.quantity.value ?? ''}到${part?.quantity.value ?? ''}计算为${expected}%`;
}

/** Several shares that fail together: most likely the number is wrong that they are shares of. */
function ofShares(group: readonly [Percentage, ...Percentage[]]): FindingInit {
  const [{ whole, percent }] = group;
  const list = group.map(({ words }) => `“${words}”`).join('');
  return {
    message: `文中${list}与总数${whole?.quantity.value ?? ''}${whole?.quantity.unit ?? ''}都对不上（按${group.map(computed).join('，')}），请核对总数和各项。`,
    span: (whole ?? percent).span,
    related: group.map(({ percent: { span, quantity } }) => ({ span, message: `${quantity.value}%` })),
  };
}

function numbersOf(numbers: readonly (Figured | undefined)[]) {
  return numbers.flatMap((number) =>
    number === undefined ? [] : [{ span: number.span, message: `${number.quantity.value}${number.quantity.unit}` }],
  );
}
