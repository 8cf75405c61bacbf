import { hasTwin, type Label, labelsBeginningWith, labelsOf } from '../../format/labels.ts';
import type { TableId } from '../../format/schema.ts';

/** Where in the tables a cell stands: it decides between labels of the same wording. */
export interface TablePlace {
  /** The table that is being read. */
  readonly table: TableId | undefined;
  /** Id of the row group that is open: `1.` means another row in each. */
  readonly group: string | undefined;
  /** Whether a header is being read, where 其他 and 总计 are columns. */
  readonly header: boolean;
}

/**
 * Of labels with the same words the one that the place means: 其他 and 总计 are columns in a header, else rows.
 * Undefined where no place tells, before any table.
 */
export function choose(labels: readonly Label[], { table, group, header }: TablePlace): Label | undefined {
  if (labels.length <= 1) return labels[0];
  const here = labels.filter((label) => label.table === table);
  const among = here.length > 0 ? here : labels;
  if (among.length === 1) return among[0];
  const numbered = among.find((label) => label.numbered);
  if (numbered !== undefined) return numbered;
  if (table === undefined) return undefined;
  // A row of a group is meant only inside its group.
  const rows = among.filter(({ kind, id }) => kind === 'row' && (!id.includes('.') || id.startsWith(`${group}.`)));
  const columns = among.filter(({ kind }) => kind !== 'row' && kind !== 'group');
  return (header ? columns[0] : rows[0]) ?? columns[0] ?? among[0];
}

/** The label that a beginning can only be, in the table being read if that has one; undefined while it may be several. */
export function labelBegunBy(key: string, place: TablePlace): Label | undefined {
  const exact = choose(labelsOf(key) ?? [], place);
  if (exact !== undefined && !isHeadInTable(key, exact, place)) return exact;
  const all = labelsBeginningWith(key);
  const here = all.filter((label) => label.table === place.table);
  const labels = here.length > 0 ? here : all;
  const first = labels[0];
  if (first === undefined) return undefined;
  const same = (label: Label): boolean =>
    label.table === first.table && label.id === first.id && (label.kind === first.kind || hasTwin(label));
  return labels.every(same) ? { ...first, wording: 'official' } : undefined;
}

/** Whether another table's label is the head of one of the table being read: 其他 of 其他结果. */
export function isHeadInTable(key: string, label: Label, { table }: TablePlace): boolean {
  return (
    table !== undefined &&
    label.table !== table &&
    key.length < 4 &&
    labelsBeginningWith(key).some((longer) => longer.table === table)
  );
}

/** The row of the open group that a numeral alone stands for: `1.` … `8.`; undefined where the group has none. */
export function numberedRow(numeral: string, { group }: TablePlace): Label | undefined {
  const id = `${group}.${numeral}`;
  return labelsBeginningWith(numeral).find((label) => label.id === id);
}
