import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../server/src/text/base64.ts';
import { runs } from '../support/runs.ts';

it('is what the platform writes and reads', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64');
      expect(toBase64(bytes)).toBe(text);
      expect(fromBase64(text)).toEqual(bytes);
    }),
    runs(500),
  );
});

it('holds files of any size', () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, i) => (i * 7919) & 0xff);
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
});

it('passes over what is no sign of it', () => {
  expect(fromBase64('5bm0\n5oql 年报')).toEqual(new Uint8Array(Buffer.from('年报')));
  expect(fromBase64('')).toEqual(new Uint8Array());
  expect(fromBase64('A')).toEqual(new Uint8Array());
});
