import { type FormatId, formats } from './formats.ts';
import type { Label } from './labels.ts';
import { hasTwin } from './labels.ts';

/** What the labels of a table tell of its format: for each that not all formats have, the formats that have it. */
export type Evidence = readonly (readonly FormatId[])[];

/** The formats that a label speaks for; undefined where all have it, or it is damaged. */
export function spokenFor(label: Label): readonly FormatId[] | undefined {
  const tells = label.formats.length < formats.length && label.wording !== 'misspelling' && !hasTwin(label);
  return tells ? label.formats : undefined;
}

/** How many labels one format has and another one lacks. */
export function against(evidence: Evidence, format: FormatId, other: FormatId): number {
  return evidence.filter((own) => own.includes(format) && !own.includes(other)).length;
}

/** The formats that most labels speak for, oldest first; none where no label tells. */
export function toldBy(evidence: Evidence): readonly FormatId[] {
  const counts = formats.map(({ id }) => evidence.filter((own) => own.includes(id)).length);
  const most = Math.max(...counts);
  return most === 0 ? [] : formats.flatMap(({ id }, i) => (counts[i] === most ? [id] : []));
}
