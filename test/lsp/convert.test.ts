import { expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageOf } from '../../server/src/lsp/convert.ts';

it.each([
  ['nianbao', 'file:///年报.txt', 'plaintext'],
  ['nianbao', 'file:///年报.md', 'plaintext'],
  ['markdown', 'file:///年报.txt', 'markdown'],
  ['latex', 'file:///年报.md', 'markdown'],
  ['latex', 'untitled:Untitled-1', 'plaintext'],
])('a document of language %s at %s is read as %s', (languageId, uri, expected) => {
  expect(languageOf(TextDocument.create(uri, languageId, 1, ''))).toBe(expected);
});
