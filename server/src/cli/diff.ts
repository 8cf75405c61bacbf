import { isAbsolute, normalize, relative } from 'node:path';
import { createTwoFilesPatch, OMIT_HEADERS } from 'diff';
import type { TextInput } from './files.ts';

/**
 * What changes in a file as a unified diff, as `git apply` and `patch -p1` take it in the folder that the command runs
 * in. In UTF-8, whatever the file's encoding.
 */
export function diffOf({ file, text, encoding }: TextInput, changed: string): string {
  const name = nameOf(file);
  const mark = encoding.mark ? '\ufeff' : '';
  const hunks = createTwoFilesPatch('', '', mark + text, mark + changed, undefined, undefined, {
    context: 3,
    headerOptions: OMIT_HEADERS,
  });
  return `--- ${headed(`a/${name}`)}\n+++ ${headed(`b/${name}`)}\n${hunks}`;
}

/** Whether a diff in UTF-8 is one of the file's own bytes. */
export function isApplicable({ encoding }: TextInput): boolean {
  return encoding.name === 'utf-8';
}

/** A path as diffs have it: from the folder that the command runs in, with slashes. */
function nameOf(file: string): string {
  return (isAbsolute(file) ? relative('.', file) : normalize(file)).replaceAll('\\', '/');
}

/**
 * A name as the header of a diff has it: Chinese as it is, characters that would end the line escaped, and a tab behind
 * a name with spaces, which would else end at the first of them.
 */
function headed(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\0-\x1f\x7f"\\]/.test(name)) return JSON.stringify(name);
  return name.includes(' ') ? `${name}\t` : name;
}
