import { readdirSync, readFileSync } from 'node:fs';
import { rules } from '../../server/src/analysis/rules.ts';
import type { Example } from '../../server/src/checks/check.ts';

/** The folder of the data, which `docs/conformance.md` describes. */
const folder = new URL('../../conformance/', import.meta.url);

/** A draft of the folder with what its header says; every key has as many values as lines. */
export interface Draft {
  readonly language: 'markdown' | 'plaintext';
  readonly header: readonly (readonly [key: string, value: string])[];
  /** The draft itself, the places of its findings between ⟦ and ⟧. */
  readonly text: string;
}

/** The values of a key of a header, in its order. */
export function valuesOf({ header }: Draft, key: string): readonly string[] {
  return header.filter(([name]) => name === key).map(([, value]) => value);
}

/** A file of the folder, read by a function of its path; throws where it has no header. */
export function readDraft(path: string, read = readText): Draft {
  const [, head, text] = HEADED.exec(read(path)) ?? [];
  if (head === undefined || text === undefined) throw new Error(`no header: ${path}`);
  const header = head.split('\n').map((line) => {
    const at = line.indexOf(': ');
    if (at < 0) throw new Error(`no line of a header: ${line}`);
    return [line.slice(0, at), line.slice(at + 2)] as const;
  });
  return { language: path.endsWith('.md') ? 'markdown' : 'plaintext', header, text };
}

/** `---`, lines of the header, `---`, the draft. */
const HEADED = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/;

/** The text of a file of the folder. */
export function readText(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}

/** Paths of all files in a part of the folder: `faults`. */
export function pathsIn(part: string): readonly string[] {
  return readdirSync(new URL(`${part}/`, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|txt|json)$/.test(name))
    .map((name) => `${part}/${name.replaceAll('\\', '/')}`)
    .sort();
}

/** A file with a header and a draft. */
function withHeader(header: readonly string[], text: string): string {
  return `---\n${header.join('\n')}\n---\n${text}`;
}

/** The examples of the rules as files of the folder, path and content: each wrong draft, and the right one if it is another. */
export function exampleFiles(read = readText): ReadonlyMap<string, string> {
  return new Map(
    rules.flatMap(({ code, examples }) => examples.flatMap((example, i) => filesOf(code, example, i + 1, read))),
  );
}

function filesOf(code: string, example: Example, number: number, read: typeof readText): [string, string][] {
  const { report = 'department', language = 'markdown', wrong, right, replaces = right, fixable, note } = example;
  const ending = language === 'markdown' ? 'md' : 'txt';
  const whole = `right/${report}.${ending}`;
  const path = `examples/${code}/${number}`;
  const { text } = readDraft(whole, read);
  if (text.split(replaces).length !== 2) throw new Error(`not one place for: ${replaces}`);
  const put = (part: string): string => text.replace(replaces, () => part);
  const remedy = put(right) === text ? whole : `${path}.right.${ending}`;
  const header = [
    ...(note === undefined ? [] : [`about: ${note}`]),
    `report: ${whole}`,
    `finding: ${code}`,
    `${fixable === false ? 'right' : 'fixed'}: ${remedy}`,
  ];
  const files: [string, string][] = [[`${path}.${ending}`, withHeader(header, put(wrong))]];
  if (remedy !== whole) files.push([remedy, withHeader([`report: ${whole}`], put(right))]);
  return files;
}
