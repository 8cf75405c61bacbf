import { departmentStems } from '../../format/bodies.ts';
import { memoIn, PARAGRAPHS } from '../../text/memo.ts';

/** A name that is the body's own but for a character. */
export interface Near {
  readonly from: number;
  readonly to: number;
}

/** Names in a text that differ from the body's by one character that was added, left out or changed inside. */
export const nearNames = memoIn(
  (text: string, name: string): readonly Near[] => {
    const half = name.length >> 1;
    const [head, tail] = [name.slice(0, half), name.slice(half)];
    if (name.length < 5 || (!text.includes(head) && !text.includes(tail))) return [];
    const found: Near[] = [];
    for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
      const length = nearLength(text.slice(at + half, at + name.length + 1), tail);
      if (length !== undefined) found.push({ from: at, to: at + half + length });
    }
    return found.filter(({ from, to }) => isSlip(text.slice(from, to), name));
  },
  (name) => name,
  PARAGRAPHS,
);

/** Length of what is the other text but for one character before its last; undefined where it is not. */
function nearLength(text: string, right: string): number | undefined {
  let same = 0;
  while (same < right.length && text.charAt(same) === right.charAt(same)) same++;
  if (same === right.length) return undefined;
  if (text.startsWith(right.slice(same), same + 1)) return right.length + 1;
  if (same === right.length - 1) return undefined;
  if (text.startsWith(right.slice(same + 1), same + 1)) return right.length;
  return text.startsWith(right.slice(same + 1), same) ? right.length - 1 : undefined;
}

/** Whether a near name is no name of its own: another department's, or the body's shortened by its place. */
function isSlip(near: string, name: string): boolean {
  if (departmentStems.some((stem) => near.includes(stem) && !name.includes(stem))) return false;
  if (near.length < name.length) return [...'省市县区旗州'].every((char) => count(near, char) === count(name, char));
  return /^[\u4e00-\u9fff]+$/.test(near);
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
