import { countWhile } from './search.ts';

/** Zero-based line and UTF-16 character, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Start and end position; the end is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Where the lines of a text begin and end. A line ends with LF, CR or CRLF, which do not belong to it. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #ends: number[] = [];

  /** Indexes the text in one pass. */
  constructor(text: string) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code !== 0x0a && code !== 0x0d) continue;
      this.#ends.push(i);
      if (code === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
      this.#starts.push(i + 1);
    }
    this.#ends.push(text.length);
  }

  /** Number of lines, at least one. */
  get count(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of a line; lines past the end start at the text's end. */
  start(line: number): number {
    return this.#starts[line] ?? this.end(this.count - 1);
  }

  /** Offset after the last character of a line, its line break excluded. */
  end(line: number): number {
    return this.#ends[line] ?? this.#ends[this.#ends.length - 1] ?? 0;
  }

  /** The line that holds the offset, by binary search; a line break belongs to the line that it ends. */
  lineAt(offset: number): number {
    return Math.max(0, countWhile(this.#starts, (start) => start <= offset) - 1);
  }

  /** Position of an offset; an offset inside a line break is the end of its line. */
  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, character: Math.min(Math.max(offset, 0), this.end(line)) - this.start(line) };
  }

  /** Offset of a position, kept inside its line. */
  offsetAt(position: Position): number {
    return Math.min(this.start(position.line) + Math.max(position.character, 0), this.end(position.line));
  }

  /** Range of two offsets. */
  rangeOf(place: { readonly start: number; readonly end: number }): Range {
    return { start: this.positionAt(place.start), end: this.positionAt(place.end) };
  }
}

/** The line break that a text uses; LF for a text of one line. */
export function lineBreak(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
