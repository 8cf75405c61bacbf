import type { Wreck } from './wreck.ts';
import { drifts } from './wrecks/drifts.ts';
import { glues } from './wrecks/glues.ts';
import { orders } from './wrecks/orders.ts';
import { rips } from './wrecks/rips.ts';

export type { Wreck } from './wreck.ts';

/** Every kind of wreck. A new one is one entry in one of the lists. */
export const wrecks: readonly Wreck[] = [...rips, ...drifts, ...orders, ...glues];
