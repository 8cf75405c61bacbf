import type { Part } from '../report/model.ts';
import { flattened } from '../report/reading/parts.ts';
import { type Places, placesOf } from '../text/places.ts';

/** The places of a draft that no formatting touches, whatever they look like: comments and blocks of code. */
export function verbatimIn(parts: readonly Part[]): Places {
  return placesOf(flattened(parts).flatMap(({ kind, span }) => (kind === 'comment' || kind === 'code' ? [span] : [])));
}
