import { describe, expect, it } from 'vitest';
import { masked, personalNumbers } from '../../server/src/text/identity.ts';

const found = (text: string): readonly string[] =>
  personalNumbers(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);

describe('identity numbers', () => {
  it.each(['990101199001010019', '99010119900101006X', '99010119900101006x', '990101198808080048'])('%s', (number) => {
    expect(found(`（${number}）`)).toEqual([`identity ${number}`]);
  });

  it.each([
    ['a wrong check digit', '990101199001010018'],
    ['no month', '990101199013010010'],
    ['no year', '990101179001010013'],
    ['a longer number', '9901011990010100191'],
    ['a part of a word', 'id990101199001010019'],
    ['a part of an address', '/t990101199001010019.htm'],
  ])('%s is none', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('mobile numbers', () => {
  it.each(['19900005678', '199-0000-5678'])('%s', (number) => {
    expect(found(`徐某${number}。`)).toEqual([`mobile ${number}`]);
  });

  it.each([
    '0000-19900005678',
    '0591-86177878',
    '12345678901',
    '浏览19900005678次',
    '共19900005678 元',
    '19900005678.50',
    '199000056789',
    'https://example.gov.cn/19900005678',
  ])('%s holds none', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('is masked but for its ends', () => {
  expect(masked('19900005678')).toBe('199****5678');
  expect(masked('99010119900101006X')).toBe('990***********006X');
});
