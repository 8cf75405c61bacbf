/** Kinds of faulty marks; each is one finding a paragraph. */
export type FaultKind =
  | 'halfWidth'
  | 'fullStop'
  | 'brackets'
  | 'doubled'
  | 'conflicting'
  | 'unmatched'
  | 'quotes'
  | 'straight'
  | 'ending'
  | 'latin'
  | 'invisible';

/** A part of a paragraph's text that should be another text. */
export interface Correction {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A faulty mark of a paragraph, by offsets in its text. */
export interface Fault {
  readonly kind: FaultKind;
  readonly from: number;
  readonly to: number;
  /** What is wrong, in Chinese, without the full stop. */
  readonly message: string;
  /** What fixes it; empty where that is not certain. */
  readonly corrections: readonly Correction[];
}
