import { amounts } from './amounts.ts';
import type { Damage } from './damage.ts';
import { headings } from './headings.ts';
import type { Layout } from './layouts.ts';
import { shifts } from './shifts.ts';
import { tears } from './tears.ts';
import { wordings } from './wordings.ts';

export type { Damage } from './damage.ts';

/** Every damage that tools and people do to reports. A new one is one entry in one of the lists. */
export const damages: readonly Damage[] = [...wordings, ...amounts, ...tears, ...shifts, ...headings];

/** The damages that a layout can take. */
export function damagesOf(layout: Layout): Damage[] {
  return damages.filter((damage) => damage.shapes.includes(layout.shape));
}

/** Whether two damages of one draft leave its values determined: cells may move once only. */
export function agree(first: Damage, second: Damage): boolean {
  return first !== second && !(first.kind === second.kind && first.kind !== 'value');
}
