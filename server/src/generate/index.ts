import { markdownGrammar, plainGrammar } from './grammar.ts';
import { withProtocol } from './protocolPage.ts';
import { relationsFile } from './relations.ts';
import { rulePages, withCodeList } from './rulePages.ts';
import { configSchema, withRulesSetting, withRuleTexts } from './settingsSchema.ts';
import { snippets } from './snippets.ts';

/** Files that are written from the format data and the rules: path from the project's root and content. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['snippets/markdown.code-snippets', json(snippets('markdown'))],
    ['snippets/plaintext.code-snippets', json(snippets('plaintext'))],
    ['syntaxes/nianbao.tmLanguage.json', json(plainGrammar())],
    ['syntaxes/nianbao.injection.tmLanguage.json', json(markdownGrammar())],
    ['schemas/nianbao.config.schema.json', json(configSchema())],
    ['conformance/relations.json', relationsFile()],
    ...rulePages(),
  ]);
}

/**
 * Files of which a part is written from the rules or the code: path from the project's root, and old content to new,
 * with what reads other files of the project.
 */
export const mergedFiles: ReadonlyMap<string, (old: string, read: (path: string) => string) => string> = new Map([
  ['package.json', withRulesSetting],
  ['package.nls.json', (old: string) => withRuleTexts(old, 'english')],
  ['package.nls.zh-cn.json', (old: string) => withRuleTexts(old, 'chinese')],
  ['docs/domain.md', withCodeList],
  ['docs/lsp.md', withProtocol],
]);

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
