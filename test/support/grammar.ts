import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';

const require = createRequire(import.meta.url);

const root = new URL('../../', import.meta.url);

/** Where each grammar is: ours, and the editor's own for Markdown, which ours is injected into. */
const files: Readonly<Record<string, string | URL>> = {
  'text.nianbao': new URL('syntaxes/nianbao.tmLanguage.json', root),
  'markdown.nianbao.injection': new URL('syntaxes/nianbao.injection.tmLanguage.json', root),
  'text.html.markdown': require.resolve('tm-grammars/grammars/markdown.json'),
};

/** A piece of a line and its scopes without those of the whole file. */
export interface Piece {
  readonly line: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

/** What of a text our grammars coloured: each piece with the last of its scopes, `value 97`. */
export async function coloured(scopeName: 'text.nianbao' | 'text.html.markdown', text: string): Promise<string[]> {
  const pieces = await colour(scopeName, text);
  return pieces.flatMap(({ text, scopes }) => {
    const name = scopes.findLast((scope) => scope.endsWith('.nianbao'));
    return name === undefined ? [] : [`${name.replace(/\.nianbao$/, '')} ${text}`];
  });
}

/** Colours a text as the editor does: TextMate grammars on Oniguruma; pieces of all lines, in order. */
export async function colour(scopeName: 'text.nianbao' | 'text.html.markdown', text: string): Promise<Piece[]> {
  await engine;
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (name): Promise<IRawGrammar | null> => {
      const file = files[name];
      // Languages inside fenced blocks.
      if (file === undefined) return null;
      return parseRawGrammar(readFileSync(file, 'utf8'), 'grammar.json');
    },
    getInjections: (name) => (name === 'text.html.markdown' ? ['markdown.nianbao.injection'] : undefined),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`no grammar ${scopeName}`);
  const pieces: Piece[] = [];
  let state = INITIAL;
  for (const [line, content] of text.split('\n').entries()) {
    const { tokens, ruleStack } = grammar.tokenizeLine(content, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      pieces.push({ line, text: content.slice(startIndex, endIndex), scopes: scopes.slice(1) });
    }
  }
  registry.dispose();
  return pieces;
}

const engine = loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
