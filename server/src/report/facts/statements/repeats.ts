import { once } from '../../../text/memo.ts';
import type { Report } from '../../model.ts';
import type { Reason } from '../verdict.ts';
import { type Binding, readText } from './bindings.ts';
import { type Figured, figured } from './sum.ts';

/** A fact that the text tells twice, with two numbers. */
export interface Repeat {
  readonly first: Figured;
  readonly second: Figured;
  /** What both are said of: `主动公开政府信息` (published information). */
  readonly of: string;
}

/**
 * What the body published in all, right before the number; nothing but time and who did it may stand before it in its
 * clause: `2025年，我局主动公开政府信息225条`.
 */
const PUBLISHED =
  /(?:^|[，。；：])(?:20\d\d年度?|全年|本年度?|今年(?:以来)?|我[局委办厅区县市省镇]|本[局委办厅机关单位]{1,2}|共|累计|\s)*(主动公开(?:各类)?(?:政府|政务)信息)(?:数量|数)?(?:共计?|累计|总计|为)?\s?$/;
/** Why a table tells nothing of a number: then two numbers of the text can only be compared with each other. */
const NO_TABLE: ReadonlySet<Reason | undefined> = new Set<Reason | undefined>([
  'table-missing',
  'no-number',
  'row-missing',
  'row-unclear',
  'cell-unreadable',
  'cell-blank',
]);

/** The facts that a report tells twice with two numbers, where no table says which is right. Computed once. */
export const repeatsOf: (report: Report) => readonly Repeat[] = once((report) => [
  ...unlike(publishedIn(report)),
  ...unlike(boundIn(report)),
]);

interface Told {
  readonly key: string;
  readonly of: string;
  readonly number: Figured;
}

/** The first number of each fact with the first that differs from it. */
function unlike(told: readonly Told[]): Repeat[] {
  const firsts = new Map<string, Told>();
  const found = new Map<string, Repeat>();
  for (const one of told) {
    const first = firsts.get(one.key);
    if (first === undefined) firsts.set(one.key, one);
    else if (first.number.quantity.value !== one.number.quantity.value && !found.has(one.key)) {
      found.set(one.key, { first: first.number, second: one.number, of: one.of });
    }
  }
  return [...found.values()];
}

/** The numbers of what was published in all. */
function publishedIn(report: Report): Told[] {
  const year = report.years.ofText;
  return readText(report).flatMap(({ paragraph, sentences }) =>
    sentences.flatMap(({ text, from, quantities }) =>
      quantities.flatMap((quantity) => {
        if (quantity.rounded || (quantity.unit !== '条' && quantity.unit !== '件')) return [];
        const lead = text.slice(Math.max(from, quantity.from - 40), quantity.from);
        const of = PUBLISHED.exec(lead)?.[1];
        const named = /(20\d\d)年/.exec(lead)?.[1];
        if (of === undefined || (named !== undefined && Number(named) !== year)) return [];
        return [{ key: `${of.replace('各类', '')}${quantity.unit}`, of, number: figured(paragraph, quantity) }];
      }),
    ),
  );
}

/** The numbers that a table would tell, if it could be read. */
function boundIn(report: Report): Told[] {
  return readText(report).flatMap(({ paragraph, bindings }) =>
    bindings.flatMap(({ statement, state, reason, words }: Binding) => {
      const { quantity, subject } = statement;
      const [figure] = subject.figures;
      if (quantity === undefined || quantity.rounded || state !== 'unjudged' || !NO_TABLE.has(reason)) return [];
      // Several readings may be meant: with and without those carried in.
      if (figure === undefined || subject.figures.length > 1 || subject.atMost === true) return [];
      const key = JSON.stringify(figure.plus);
      return [{ key, of: words.replace(/[\d\s]+\S?$/, ''), number: figured(paragraph, quantity) }];
    }),
  );
}
