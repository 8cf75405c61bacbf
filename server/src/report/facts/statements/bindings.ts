import { applicantFigures, type Figure, slotsOf } from '../../../format/figures.ts';
import type { Slot } from '../../../format/shape.ts';
import { inTenThousands } from '../../../text/amount.ts';
import { once } from '../../../text/memo.ts';
import { readNumeral } from '../../../text/numeral.ts';
import { contains, type Span } from '../../../text/span.ts';
import { type Paragraph, type Report, type Table, type Value, valueAt } from '../../model.ts';
import { spanIn } from '../../reading/prose.ts';
import { areaOf } from '../area.ts';
import { allFailingOf, type Balance, balancesOf, blankTotalsOf, cellName, explain, numberOf } from '../balance.ts';
import type { Reason, State } from '../verdict.ts';
import { plainText } from './plain.ts';
import { isOfAllRequests, readStatements, type Sentence, type Setting, type Statement } from './statements.ts';

/** A way to read a statement in the tables. */
export interface Interpretation {
  readonly table: Table;
  /** The cells that it is made of; those to subtract are in `minus`. */
  readonly plus: readonly Value[];
  readonly minus: readonly Value[];
  /** What the cells come to; a blank total counts as the sum of its parts, another blank cell as 0. */
  readonly value: number;
  /** As an official names it: `“新收”行“总计”列` (row new, column total), `不予公开各项之和` (sum of all withheld). */
  readonly name: string;
  /** All its cells are blank: it says 0 at most. */
  readonly blank: boolean;
}

/** A statement of the text with the cells that its words bind it to. */
export interface Binding {
  readonly statement: Statement;
  /** Place of the number, or of the words that stand for one. */
  readonly span: Span;
  /** The binding words with the number: `收到政府信息公开申请15件` (received 15 requests). */
  readonly words: string;
  readonly readings: readonly Interpretation[];
  /** The reading that holds, else the likeliest; undefined where there is no cell. */
  readonly reading: Interpretation | undefined;
  readonly state: State;
  readonly reason: Reason | undefined;
  /** It fails, but the text's number would fix a relation that a cell of the table breaks. */
  readonly cellAtFault: boolean;
}

/** Sentences with their statements, of one paragraph. */
export interface ReadParagraph {
  readonly paragraph: Paragraph;
  readonly sentences: readonly Sentence[];
  readonly bindings: readonly Binding[];
}

/** The numbers of the running text that words bind to the tables, in the order of the text. Computed once. */
export function bindingsOf(report: Report): readonly Binding[] {
  return readText(report).flatMap(({ bindings }) => bindings);
}

/** The running text's sentences and bindings, paragraph by paragraph; computed once. */
export const readText: (report: Report) => readonly ReadParagraph[] = once((report) => {
  const setting: Setting = { year: report.years.ofText, area: areaOf(report) };
  const problems = report.sections.find(({ format }) => format.number === 5)?.span;
  let aspect: Aspect = { on: false };
  return report.paragraphs.map((paragraph) => {
    const start = paragraph.stretches[0]?.span.start ?? 0;
    aspect = aspectOf(paragraph, aspect);
    const aboutRequests = aspect.on || isTableSection(report, start);
    const { sentences, statements } = readStatements(plainText(paragraph.text), { ...setting, aboutRequests });
    // Section five tells of plans and measures.
    const plans = problems !== undefined && contains(problems, start);
    return { paragraph, sentences, bindings: plans ? [] : bind(statements, paragraph, report) };
  });
});

/** Whether what is read stands under 依申请公开, and how that heading is numbered. */
interface Aspect {
  readonly on: boolean;
  readonly style?: string;
}

/** Where a paragraph stands: it begins a sub-section, of its own or below the one before, or goes on with that. */
function aspectOf(paragraph: Paragraph, before: Aspect): Aspect {
  const opening = plainText(paragraph.text).slice(0, 30);
  const numeral = readNumeral(opening);
  const begins = paragraph.heading || (numeral !== undefined && !/^[一二三四五六]是/.test(opening));
  if (!begins) return before.on || !/^依申请公开/.test(opening) ? before : { on: true };
  const title = opening.split(/[。，：:]/)[0] ?? '';
  if (/依申请|申请公开/.test(title) && !/主动公开/.test(title)) {
    return { on: true, ...(numeral !== undefined && { style: numeral.style }) };
  }
  // `1.受理申请的数量` below `（三）依申请公开办理情况` goes on with it.
  const below = numeral?.style === 'arabic' && before.style !== undefined && before.style !== 'arabic';
  return below && before.on && !/主动公开|平台|信息管理|监督|保障/.test(title) ? before : { on: false };
}

function isTableSection({ sections }: Report, at: number): boolean {
  const section = sections.findLast(({ span }) => span.start <= at);
  return section?.format.number === 3 || section?.format.number === 4;
}

function bind(statements: readonly Statement[], paragraph: Paragraph, report: Report): Binding[] {
  const bindings: Binding[] = [];
  for (const [i, statement] of statements.entries()) {
    const around = statements.slice(Math.max(0, i - NEAR), i + NEAR);
    const figures = figuresOf(statement, around, bindings);
    const binding = judge(statement, figures, paragraph, report);
    if (binding !== undefined) bindings.push(binding);
  }
  return bindings.map((binding) => (isUnsure(binding, bindings) ? { ...binding, ...UNSURE } : binding));
}

const UNSURE = { state: 'unjudged', reason: 'scope', cellAtFault: false } as const;

/** Whether a difference may come from another way of counting: no number beside it that was counted alike agrees. */
function isUnsure({ state, statement }: Binding, all: readonly Binding[]): boolean {
  if (state !== 'fails' || statement.subject.unsure !== true) return false;
  return !all.some(
    (other) =>
      other.state === 'holds' &&
      other.statement.subject.unsure === true &&
      other.statement.sentence === statement.sentence &&
      other.statement.value > 0,
  );
}

/** Numbers between a head and the last of its parts, at most. */
const NEAR = 30;

/** What a statement's figures are: of applicants they have the base of the number that they are listed under. */
function figuresOf(statement: Statement, around: readonly Statement[], before: readonly Binding[]): readonly Figure[] {
  const { role, of, figures } = statement.subject;
  if (role !== 'applicant' || of === undefined) return figures;
  const isHead = ({ statement: { subject } }: Binding): boolean => isOfAllRequests(subject.role);
  const nearest = before.slice(-NEAR).findLast(isHead);
  const head = nearest?.statement.sentence === statement.sentence ? nearest : undefined;
  if (head === undefined) return figures;
  if (head.statement.subject.role === 'done')
    return [...applicantFigures(of, 'done'), ...applicantFigures(of, 'received')];
  const [ofNew, ofBoth] = applicantFigures(of, 'received');
  if (ofNew === undefined || ofBoth === undefined || head.state !== 'holds') return figures;
  // Those carried in are a part of their own: `102件，其中自然人92件，法人5件，上年结转5件` (102, of these 92 by natural
  // persons, 5 by legal persons, 5 carried in).
  const apart = around.some(({ sentence, subject, from }) => {
    return sentence === statement.sentence && subject.role === 'carriedIn' && from > head.statement.from;
  });
  const held = head.readings.filter(({ value }) => value === head.statement.value);
  const bases = new Set(held.map(({ plus }) => plus.length));
  return [...(bases.has(1) || apart ? [ofNew] : []), ...(bases.has(2) || apart ? [ofBoth] : [])];
}

function judge(
  statement: Statement,
  figures: readonly Figure[],
  paragraph: Paragraph,
  report: Report,
): Binding | undefined {
  if (figures.length === 0) return undefined;
  const { quantity, from, to } = statement;
  const readings: Interpretation[] = [];
  let reason: Binding['reason'];
  let known = false;
  for (const figure of figures) {
    const table = report.tables[figure.table];
    if (table === undefined) {
      known = true;
      reason ??= 'table-missing';
      continue;
    }
    const read = readingOf(figure, table);
    if (read === undefined) continue;
    known = true;
    if (typeof read === 'string') reason ??= read;
    else readings.push(read);
  }
  if (!known) return undefined;
  if (quantity?.rounded === true) reason = 'rounded';
  const holding = readings.find((reading) => agrees(statement, reading.value));
  if (readings.length > 0 && readings.every(({ blank }) => blank)) reason ??= 'cell-blank';
  const judged = readings.length > 0 && quantity?.rounded !== true && (holding !== undefined || reason === undefined);
  const state = !judged ? 'unjudged' : holding !== undefined ? 'holds' : 'fails';
  const place = quantity === undefined ? { from, to } : quantity;
  return {
    statement,
    span: spanIn(paragraph, place.from, place.to),
    words: paragraph.text.slice(from, to).trim(),
    readings,
    reading: holding ?? readings[0],
    state,
    reason: state === 'unjudged' ? reason : undefined,
    cellAtFault: state === 'fails' && readings.some((reading) => isMendedBy(statement, reading)),
  };
}

/** A figure with a table's numbers, why they cannot be read, or undefined where the format has no such cells. */
function readingOf(figure: Figure, table: Table): Interpretation | Reason | undefined {
  const plus = figure.plus.flatMap((group) => slotsOf(table.format, group));
  const minus = figure.minus?.flatMap((group) => slotsOf(table.format, group)) ?? [];
  if (plus.length === 0 || figure.plus.some((group) => slotsOf(table.format, group).length === 0)) return undefined;
  if (!table.values.some((value) => value?.amount.kind === 'number')) return 'no-number';
  const values = (slots: readonly Slot[]): (Value | undefined)[] => slots.map((slot) => valueAt(table, slot));
  const [added, subtracted] = [values(plus), values(minus)];
  const all = [...added, ...subtracted];
  if (all.some((value) => value === undefined)) return 'row-missing';
  const present = all.filter((value) => value !== undefined);
  if (present.some(({ amount }) => amount.kind === 'text')) return 'cell-unreadable';
  if (present.some(({ amount }) => amount.kind === 'open')) return 'row-unclear';
  const sum = (list: readonly (Value | undefined)[]): number =>
    list.reduce((total, value) => total + figureIn(value, table), 0);
  const [only] = plus;
  return {
    table,
    plus: added.filter((value) => value !== undefined),
    minus: subtracted.filter((value) => value !== undefined),
    value: sum(added) - sum(subtracted),
    blank: present.every((value) => value.amount.kind === 'blank' && !isZero(value, table)) && sum(added) === 0,
    name: plus.length + minus.length > 1 || only === undefined ? (figure.name ?? '各项之和') : cellName(only, table),
  };
}

/** Whether a blank cell can be nothing but 0: a relation through it holds without it, or its row is blank and all of it is 0. */
function isZero({ slot }: Value, table: Table): boolean {
  const holds = (cell: Slot): boolean =>
    balancesOf(table).some(
      ({ state, reason, equation, left }) =>
        ((state === 'holds' && left > 0) || (reason === 'no-number' && equation.relation.of === 'columns')) &&
        (equation.left.includes(cell) || equation.right.includes(cell)),
    );
  if (holds(slot)) return true;
  const row = balancesOf(table).find(({ equation }) => equation.total === slot && equation.relation.of === 'rows');
  return row?.equation.left.every((cell) => valueAt(table, cell)?.amount.kind === 'blank' && holds(cell)) === true;
}

/** A cell's number; a blank total is what its parts add up to. */
function figureIn(value: Value | undefined, table: Table): number {
  if (value?.amount.kind !== 'blank') return numberOf(value);
  return blankTotalsOf(table).find((total) => total.value === value)?.expected ?? 0;
}

/**
 * Whether a cell of a reading breaks a relation of its table that the text's number would fix: then the table is
 * wrong, not the text.
 */
function isMendedBy(statement: Statement, { table, plus, minus, value }: Interpretation): boolean {
  const gap = statement.value - value;
  const failing = allFailingOf(table);
  if (failing.length === 0) return false;
  const { suspects } = explain(table);
  // Where one cell explains a relation, no other one is at fault.
  const mayBlame = (balance: Balance, slot: Slot): boolean =>
    suspects.every((suspect) => suspect.slot === slot || !suspect.broken.includes(balance));
  const repairs = (values: readonly Value[], change: number): boolean =>
    values.some(({ slot }) =>
      failing.some(
        (balance) =>
          mayBlame(balance, slot) &&
          ((balance.equation.left.includes(slot) && balance.right - balance.left === change) ||
            (balance.equation.right.includes(slot) && balance.left - balance.right === change)),
      ),
    );
  return repairs(plus, gap) || repairs(minus, -gap);
}

/** Whether a statement says a table's number; amounts of money are compared to as many places as the text has. */
function agrees(statement: Statement, actual: number): boolean {
  const { subject, value, quantity } = statement;
  if (subject.role === 'fee' && quantity !== undefined) {
    const factor = inTenThousands(quantity.unit) ?? 1;
    return Math.abs(value * factor - actual) <= 0.5 * 10 ** -quantity.decimals * factor + 1e-9;
  }
  if (subject.atMost === true) return value <= actual;
  return value === actual || (subject.role === 'document' && value + lapsed(statement) === actual);
}

/** Documents that lapsed, which some count among the repealed ones: `废止6件，宣布失效5件` (6 repealed, 5 lapsed). */
function lapsed({ text, from, to }: Statement): number {
  if (!text.slice(from, to).includes('废止')) return 0;
  return Number(/失效[^，。；\d]{0,10}(\d{1,4})/.exec(text)?.[1] ?? 0);
}

/** The amount of a table in the unit of the text, to as many places: for the text's fix. */
export function inUnitOf({ quantity }: Statement, value: number): string {
  const factor = inTenThousands(quantity?.unit ?? '');
  if (factor === undefined) return String(value);
  const amount = value / factor;
  return String(Number(amount.toFixed(6)));
}
