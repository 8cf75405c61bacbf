import { describe, expect, it } from 'vitest';
import { memo, memoIn, once, recurring } from '../../server/src/text/memo.ts';

/** A function that counts its calls. */
function counted<A extends readonly unknown[], T>(compute: (...args: A) => T) {
  const calls: A[] = [];
  const run = (...args: A): T => {
    calls.push(args);
    return compute(...args);
  };
  return { calls, run };
}

describe('memo', () => {
  it('computes each text once, also where the answer is undefined', () => {
    const { calls, run } = counted((text: string) => (text === 'b' ? undefined : text.length));
    const lengthOf = memo(run);
    expect(['a', 'b', 'a', 'b', 'b'].map((text) => lengthOf(text))).toEqual([1, undefined, 1, undefined, undefined]);
    expect(calls).toEqual([['a'], ['b']]);
  });

  it('computes longer texts each time', () => {
    const { calls, run } = counted((text: string) => text.length);
    const lengthOf = memo(run, { longest: 3, room: 1000 });
    expect([lengthOf('abcd'), lengthOf('abcd'), lengthOf('abc'), lengthOf('abc')]).toEqual([4, 4, 3, 3]);
    expect(calls).toHaveLength(3);
  });

  it('forgets in the end, and answers the same', () => {
    const { calls, run } = counted((text: string) => `${text}!`);
    const shout = memo(run);
    for (let i = 0; i < 5000; i++) expect(shout(String(i))).toBe(`${i}!`);
    expect(shout('0')).toBe('0!');
    expect(calls).toHaveLength(5001);
  });
});

describe('memoIn', () => {
  it('computes each text once in each context', () => {
    const { calls, run } = counted((text: string, { year }: { readonly year: number }) => `${text}${year}`);
    const dated = memoIn(run, ({ year }) => String(year));
    expect([dated('a', { year: 1 }), dated('a', { year: 2 }), dated('a', { year: 1 })]).toEqual(['a1', 'a2', 'a1']);
    expect(calls).toHaveLength(2);
  });

  it('hands on the text itself, an empty one too', () => {
    const same = memoIn(
      (text: string, _: string) => text,
      (context) => context,
    );
    expect(['', 'a', 'a\nb'].map((text) => same(text, 'context'))).toEqual(['', 'a', 'a\nb']);
  });
});

describe('once', () => {
  it('computes each object once, also where the answer is undefined', () => {
    const { calls, run } = counted((_: object): number | undefined => undefined);
    const nothing = once(run);
    const [one, other] = [{}, {}];
    expect([nothing(one), nothing(one), nothing(other)]).toEqual([undefined, undefined, undefined]);
    expect(calls).toHaveLength(2);
  });
});

describe('recurring', () => {
  it('tells a text that has come before, none that is too long', () => {
    const hasCome = recurring({ longest: 3, room: 1000 });
    expect(['a', 'b', 'a', 'abcd', 'abcd', 'b'].map((text) => hasCome(text))).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it('forgets in the end', () => {
    const hasCome = recurring({ longest: 100, room: 1000 });
    for (let i = 0; i < 100; i++) hasCome(`a text with the number ${i}`);
    expect(hasCome('a text with the number 0')).toBe(false);
  });
});
