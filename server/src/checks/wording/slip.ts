/** A slip in a text, by offsets in it. */
export interface Slip {
  readonly from: number;
  readonly to: number;
  /** What is wrong and what to do, in Chinese, without the full stop. */
  readonly message: string;
  /** What puts it right, where that is plain. */
  readonly correction?: {
    readonly title: string;
    readonly from: number;
    readonly to: number;
    readonly text: string;
    /** Whether nobody could object. */
    readonly safe: boolean;
  };
}
