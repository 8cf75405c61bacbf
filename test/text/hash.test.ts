import { expect, it } from 'vitest';
import { hashOf } from '../../server/src/text/hash.ts';

// Fingerprints of findings in users' settings are made of it.
it.each([
  ['', '811c9dc501000193'],
  ['a', 'e40c292c85030ff6'],
  ['云川市水务局', '9a8a54f41096f4a6'],
])('hashes %j always alike', (text, hash) => {
  expect(hashOf(text)).toBe(hash);
});
