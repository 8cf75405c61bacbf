import type { Span } from '../../../text/span.ts';
import type { Paragraph } from '../../model.ts';
import { spanIn } from '../../reading/prose.ts';
import type { Reason, State } from '../verdict.ts';
import type { Quantity } from './quantities.ts';

/** A number of the text and its place in the draft. */
export interface Figured {
  readonly quantity: Quantity;
  readonly span: Span;
}

/** A whole of the text with its parts: `15件，其中自然人12件，商业企业3件` (15, of these 12 by persons, 3 by companies). */
export interface Breakdown {
  readonly kind: 'breakdown';
  readonly head: Figured;
  readonly parts: readonly Figured[];
  /** What the parts come to. */
  readonly sum: number;
  /** The whole with its parts, as the text has it. */
  readonly words: string;
  readonly state: Exclude<State, 'unjudged'>;
  /** Whether the parts may be fewer than the whole, and only nearly make it up: then it is worth a hint. */
  readonly loose: boolean;
}

/**
 * A percentage of the text and the two numbers that it is made of: `咨询200条，办结150条，办结率75%` (200 inquiries, 150 done,
 * rate 75 %).
 */
export interface Percentage {
  readonly kind: 'percentage';
  readonly percent: Figured;
  readonly part: Figured | undefined;
  readonly whole: Figured | undefined;
  /** What the numbers give, to as many places. */
  readonly expected: string | undefined;
  readonly words: string;
  readonly state: State;
  readonly reason: Reason | undefined;
  /** Whether several numbers may be what it is made of: then it is worth a hint. */
  readonly loose: boolean;
}

/** A number of a paragraph with its place. */
export function figured(paragraph: Paragraph, quantity: Quantity): Figured {
  return { quantity, span: spanIn(paragraph, quantity.from, quantity.to) };
}
