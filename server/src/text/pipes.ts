/**
 * Offsets of the pipes that separate cells between two offsets of a text: GFM counts every pipe that is not escaped,
 * inside code spans too.
 */
export function pipesIn(text: string, from = 0, to = text.length): number[] {
  const pipes: number[] = [];
  for (let at = text.indexOf('|', from); at >= 0 && at < to; at = text.indexOf('|', at + 1)) {
    if (text[at - 1] !== '\\') pipes.push(at);
  }
  return pipes;
}
