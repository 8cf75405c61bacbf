/**
 * The part of `docs/lsp.md` that is made of `lsp/protocol.ts`: every message with what its comment says, and the source
 * of every shape that it speaks of. It reads the code as text, in the form that the formatter gives it.
 */

const PROTOCOL = 'server/src/lsp/protocol.ts';
const WIRE = 'server/src/lsp/wire.ts';
const [BEGIN, END] = ['<!-- made of server/src/lsp/protocol.ts: npm run generate -->', '<!-- end -->'];

/** The lists of messages, and what their type arguments are. */
const lists = [
  ['requests', ['params', 'result']],
  ['notifications', ['params']],
  ['commands', ['arguments']],
] as const;

/** A comment with its text. */
const COMMENT = String.raw`/\*\*((?:(?!\*/)[\s\S])*)\*/`;

/** Text of a file of the project, by its path from the project's root. */
type Read = (path: string) => string;

/** The page with that part as the code has it now; what stands around it stays. */
export function withProtocol(page: string, read: Read): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`docs/lsp.md lacks ${BEGIN} or ${END}`);
  return `${page.slice(0, begin)}${BEGIN}\n\n${protocolPart(read)}\n\n${page.slice(end)}`;
}

function protocolPart(read: Read): string {
  const source = read(PROTOCOL);
  const parts = lists.map(([name, parameters]) => listOf(source, name, parameters));
  const shapes = new Map<string, string>();
  for (const name of ['InitializationOptions', 'EditorSettings']) collect(name, WIRE, read, shapes);
  for (const name of parts.flatMap(({ spoken }) => spoken.flatMap(namesIn))) collect(name, PROTOCOL, read, shapes);
  return [
    ...parts.map(({ text }) => text),
    '## Shapes',
    'What is not listed is a type of the Language Server Protocol. What may be `undefined` is left out on the wire.',
    ['```ts', [...shapes.values()].join('\n\n'), '```'].join('\n'),
  ].join('\n\n');
}

/** A list of messages as a section of the page, and the types that it speaks of: `export const requests = { … }`. */
function listOf(source: string, name: string, parameters: readonly string[]) {
  const list = new RegExp(String.raw`${COMMENT}\nexport const ${name} = \{\n([\s\S]*?)\n\} as const;`);
  const [, about = '', body = ''] = list.exec(source) ?? [];
  const member = new RegExp(String.raw`(?:${COMMENT}\s+)?\w+: \w+<([\s\S]*?)>\(\s*'([^']+)'`, 'g');
  const messages = [...body.matchAll(member)].map(([, comment = '', args = '', message = '']) => {
    const types = topLevel(args);
    const lines = parameters.map((parameter, i) => `${parameter}: ${shown(types[i] ?? '')}`);
    return { types, text: [`### \`${message}\``, '', prose(comment), '', '```ts', ...lines, '```'].join('\n') };
  });
  return {
    text: [`## ${name[0]?.toUpperCase()}${name.slice(1)}`, prose(about), ...messages.map(({ text }) => text)].join(
      '\n\n',
    ),
    spoken: messages.flatMap(({ types }) => types),
  };
}

/** Type arguments apart: `A, B<C, D>` is `A` and `B<C, D>`. */
function topLevel(types: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of types) {
    if (/[<[({]/.test(sign)) depth++;
    if (/[>\])}]/.test(sign)) depth--;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** Adds the declaration of a name that a file declares or imports, and of all names in it; others are the protocol's own. */
function collect(name: string, path: string, read: Read, shapes: Map<string, string>): void {
  if (shapes.has(name)) return;
  const source = read(path);
  const declaration = new RegExp(
    String.raw`(?:${COMMENT}\n)?export (?:interface ${name}\b[\s\S]*?\n\}|(?:type|const) ${name}\b[\s\S]*?;(?=\n\n|\n$))`,
  );
  const declared = declaration.exec(source)?.[0];
  if (declared !== undefined) {
    shapes.set(name, shown(declared));
    for (const other of namesIn(declared)) collect(other, path, read, shapes);
    return;
  }
  for (const [, names = '', from = ''] of source.matchAll(/^import (?:type )?\{([^}]*)\}\sfrom\s'(\.[^']+)';/gm)) {
    if (namesIn(names).includes(name)) collect(name, joined(path, from), read, shapes);
  }
}

/** Names in code, comments and strings left out. */
function namesIn(code: string): readonly string[] {
  return code.replace(/\/\*[\s\S]*?\*\/|'[^']*'/g, '').match(/[A-Za-z]\w*/g) ?? [];
}

/** `../text/lines.ts` seen from `server/src/lsp/wire.ts`: `server/src/text/lines.ts`. */
function joined(path: string, from: string): string {
  const folders = path.split('/').slice(0, -1);
  for (const part of from.split('/')) {
    if (part === '..') folders.pop();
    else if (part !== '.') folders.push(part);
  }
  return folders.join('/');
}

/** Code without what only compiles: on the wire everything is read-only. */
function shown(code: string): string {
  return code.replace(/^export /gm, '').replace(/\breadonly /g, '');
}

/** The text of a comment, without its stars. */
function prose(comment: string): string {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trim())
    .join(' ')
    .trim();
}
