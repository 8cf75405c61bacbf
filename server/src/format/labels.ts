import { distance, fold } from '../text/fold.ts';
import { memo } from '../text/memo.ts';
import { readNumeral } from '../text/numeral.ts';
import { countWhile } from '../text/search.ts';
import { type FormatId, formats } from './formats.ts';
import type { Head, TableFormat, TableId } from './schema.ts';
import { leaves, rowShapes } from './shape.ts';

/** What a label is in a table; `note` is text that carries nothing (corner, spanning header). */
export type LabelKind = 'row' | 'group' | 'column' | 'caption' | 'note';

/** A label of the official tables, as matching needs it. */
export interface Label {
  readonly table: TableId;
  readonly kind: LabelKind;
  /** Id of the head; `id` and `kind` are unique within a table. */
  readonly id: string;
  /** The formats that have it. */
  readonly formats: readonly FormatId[];
  /** Whether the wording is the official one, a customary one, or a known fault. */
  readonly wording: 'official' | 'alias' | 'misspelling';
  /** Whether the matched wording began with its numeral. */
  readonly numbered: boolean;
}

interface Entry {
  readonly key: string;
  readonly labels: Label[];
}

const entries = new Map<string, Entry>();

function add(wording: string, label: Omit<Label, 'numbered'>): void {
  const numeral = readNumeral(wording);
  const keys = [{ key: fold(wording), numbered: numeral !== undefined }];
  if (numeral !== undefined) keys.push({ key: fold(wording.slice(numeral.length)), numbered: false });
  for (const { key, numbered } of keys) {
    const entry = entries.get(key) ?? { key, labels: [] };
    entries.set(key, entry);
    const known = entry.labels.find(
      (other) => other.table === label.table && other.kind === label.kind && other.id === label.id,
    );
    if (known === undefined) entry.labels.push({ ...label, numbered });
    else if (!known.formats.includes(label.formats[0] as FormatId)) {
      entry.labels[entry.labels.indexOf(known)] = { ...known, formats: [...known.formats, ...label.formats] };
    }
  }
}

function addHead(head: Head, kind: LabelKind, table: TableId, format: FormatId): void {
  const label = { table, kind, id: head.id, formats: [format] };
  add(head.label, { ...label, wording: 'official' });
  for (const alias of head.aliases ?? []) add(alias, { ...label, wording: 'alias' });
  for (const fault of head.misspellings ?? []) add(fault, { ...label, wording: 'misspelling' });
}

function addTree(heads: readonly Head[], leaf: LabelKind, node: LabelKind, table: TableId, format: FormatId): void {
  for (const head of heads) {
    addHead(head, head.children === undefined ? leaf : node, table, format);
    addTree(head.children ?? [], leaf, node, table, format);
  }
}

function addTable(table: TableFormat, format: FormatId): void {
  for (const ruin of table.ruins ?? []) addHead(ruin, 'caption', table.id, format);
  for (const block of table.blocks) {
    if (block.caption !== undefined) addHead(block.caption, 'caption', table.id, format);
    if (block.corner !== undefined) addHead(block.corner, 'note', table.id, format);
    addTree(block.rows, 'row', 'group', table.id, format);
    addTree(block.columns, 'column', 'note', table.id, format);
  }
}

for (const format of formats) for (const table of format.tables) addTable(table, format.id);

/** Ids by table of heads that are a row of values in one format and a group of rows in another, as `other` of table 3. */
const twins = new Map<TableId, Set<string>>();
for (const table of formats.flatMap(({ tables }) => tables)) {
  const all = formats.flatMap(({ tables }) => tables.filter(({ id }) => id === table.id));
  const groups = new Set(all.flatMap(rowShapes).flatMap((row) => row.groups.map(({ id }) => id)));
  const own = twins.get(table.id) ?? new Set();
  for (const { id } of rowShapes(table)) if (groups.has(id)) own.add(id);
  twins.set(table.id, own);
}

const sortedKeys = [...entries.keys()].sort();
/** Length of the longest label key; a longer text is no label. */
export const longestKey = Math.max(...sortedKeys.map((key) => key.length));

/** The labels with exactly that key. */
export function labelsOf(key: string): readonly Label[] | undefined {
  return entries.get(key)?.labels;
}

/** Every beginning of a key that is not the whole key. */
const heads = new Set(
  sortedKeys.flatMap((key) => Array.from({ length: key.length }, (_, length) => key.slice(0, length))),
);

/** Whether some label's key begins with the text. */
export function isHeadOfLabel(text: string): boolean {
  return heads.has(text) || entries.has(text);
}

/** Whether some label's key begins with the text and goes on. */
export function isHeadOfLongerLabel(text: string): boolean {
  return heads.has(text);
}

/** The labels whose key begins with the text and is longer. */
export const labelsBeginningWith: (text: string) => readonly Label[] = memo((text) => {
  const found: Label[] = [];
  for (let i = countWhile(sortedKeys, (key) => key < text); sortedKeys[i]?.startsWith(text); i++) {
    const key = sortedKeys[i] ?? '';
    if (key.length > text.length) found.push(...(labelsOf(key) ?? []));
  }
  return found;
});

/** A step in the trie of all keys. */
interface Step {
  /** By the next character's code. */
  readonly next: Map<number, Step>;
  labels: readonly Label[] | undefined;
}

const trie: Step = { next: new Map(), labels: undefined };
for (const key of sortedKeys) {
  let step = trie;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    const next = step.next.get(code) ?? { next: new Map(), labels: undefined };
    step.next.set(code, next);
    step = next;
  }
  step.labels = labelsOf(key);
}

/** The characters that labels' keys end in, each once. */
export const labelEnds: string = [...new Set(sortedKeys.map((key) => key.slice(-1)))].join('');

/** The longest label of two characters or more that a text has at an offset; undefined where there is none. */
export function longestLabelAt(
  text: string,
  from: number,
): { readonly length: number; readonly labels: readonly Label[] } | undefined {
  let found: { readonly length: number; readonly labels: readonly Label[] } | undefined;
  let step: Step | undefined = trie;
  for (let length = 1; ; length++) {
    step = step.next.get(text.charCodeAt(from + length - 1));
    if (step === undefined) return found;
    if (step.labels !== undefined && length >= 2) found = { length, labels: step.labels };
  }
}

/** Whether a key is made of nothing but labels: `结果维持结果纠正其他结果尚未审结总计`. */
export function isRunOfLabels(key: string): boolean {
  let at = 0;
  while (at < key.length) {
    const next = longestLabelAt(key, at);
    if (next === undefined) return false;
    at += next.length;
  }
  return at > 0;
}

/** Whether the same head is a row in one format and a group in another: （六）其他处理. */
export function hasTwin({ table, kind, id }: Label): boolean {
  return (kind === 'row' || kind === 'group') && isTwin(table, id);
}

/** Whether a table has a head of that id as a row in one format and as a group in another. */
export function isTwin(table: TableId, id: string): boolean {
  return twins.get(table)?.has(id) === true;
}

/** Values of the longest row that any format's table of that id has. */
export function mostValues(table: TableId): number {
  return most.get(table) ?? 0;
}

const most = new Map<TableId, number>();
for (const { id, blocks } of formats.flatMap(({ tables }) => tables)) {
  most.set(id, Math.max(most.get(id) ?? 0, ...blocks.map(({ columns }) => leaves(columns).length)));
}

/**
 * The labels whose key is a slip of the pen away from the text: one change in up to seven characters, two in
 * longer ones, and never as near to two different rows.
 */
export const labelsNear: (text: string) => readonly Label[] = memo((text) => {
  if (text.length < 3 || text.length > longestKey + 2) return [];
  let best = text.length <= 7 ? 1 : 2;
  let found: Label[] = [];
  for (const key of sortedKeys) {
    if (key.length < 3) continue;
    const steps = distance(text, key, best);
    if (steps > best) continue;
    if (steps < best) found = [];
    best = steps;
    found.push(...(labelsOf(key) ?? []));
  }
  const targets = new Set(found.map((label) => `${label.table} ${label.kind} ${label.id}`));
  return targets.size === 1 ? found.slice(0, 1) : [];
});
