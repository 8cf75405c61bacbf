import type { Language } from '../report/model.ts';

/** Language of a file by the ending of its name or URI; what has no known ending is plain text. */
export function languageOfName(name: string): Language {
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  if (/\.html?$/i.test(name)) return 'html';
  return 'plaintext';
}
