/** What the preview's shell needs of VS Code, outside of it: Chinese words and addresses. */

import words from '../../l10n/bundle.l10n.zh-cn.json';

const chinese: Readonly<Record<string, string>> = words;

export const l10n = { t: (text: string): string => chinese[text] ?? text };
export const env = { language: 'zh-cn' };
export const Uri = { joinPath: (_: unknown, name: string): string => name };
