/** A part of the code: a folder, or a file of its own. */
export interface Room {
  /** What it is, in a sentence for `docs/architecture.md`. */
  readonly is: string;
  /** Other rooms and packages that it may import, named as in package.json; `node:` stands for Node's own modules and globals. */
  readonly may: readonly string[];
  /** Of these rooms types only: nothing of them runs there. */
  readonly types?: readonly string[];
  /** The few files that may import more than their room. */
  readonly except?: Readonly<Record<string, readonly string[]>>;
}

const REPORT = ['text', 'format', 'report/layouts.ts', 'report/model.ts', 'report/reading', 'report/facts'].map(server);
const WRITING = [...REPORT, server('writing')];
const CHECKS = ['checks/check.ts', 'checks'].map(server);

/**
 * The house, from the ground up: each room and what it may import. The one source of the table in
 * `docs/architecture.md` and of the test that holds every import against it.
 */
export const rooms: Readonly<Record<string, Room>> = {
  'server/src/text': {
    is: 'spans and edits, lines (UTF-16), folding labels to keys, numerals, amounts, display width, memory of what was computed',
    may: ['get-east-asian-width'],
  },
  'server/src/format': {
    is: 'the official formats as data; what follows from them: value slots, equations, layout with merged cells, the index of labels',
    may: ['server/src/text'],
  },
  'server/src/report/layouts.ts': {
    is: 'the ways in which drafts set the cells of a table apart, a record each: what reading and writing must know of them',
    may: [],
  },
  'server/src/report/model.ts': {
    is: 'what a report is, as it was read: the shapes that all other rooms share',
    may: ['server/src/text', 'server/src/format'],
    types: ['server/src/report/layouts.ts'],
  },
  'server/src/report/reading': {
    is: 'the way in: a text becomes a report',
    may: [
      'server/src/text',
      'server/src/format',
      'server/src/report/layouts.ts',
      'server/src/report/model.ts',
      'htmlparser2',
    ],
  },
  'server/src/report/facts': {
    is: 'what follows from a report, each thing once: balances and the cells that explain failing ones, sub-headings, citations, the numbers of the text and what they are bound to (`statements/`)',
    may: ['server/src/text', 'server/src/format', 'server/src/report/model.ts', 'server/src/report/reading'],
  },
  'server/src/writing': {
    is: 'what is written into a draft: standard tables, single cells, rows, sections, conversions, new reports, sentences from the tables',
    may: REPORT,
  },
  'server/src/checks/check.ts': {
    is: 'what a finding is: its code and severity, its rule, its fixes',
    may: ['server/src/text', 'server/src/format', 'server/src/report/model.ts'],
  },
  'server/src/checks': {
    is: 'one file for each small family of finding codes, with their fixes; never calls another check',
    may: [...WRITING, 'server/src/checks/check.ts'],
  },
  'server/src/analysis': {
    is: 'the public functions: `analyze` (findings), `fixAll` (every safe fix), `extract` (the report as data), `verified` (all that was verified, with its figures); settings and suppression of findings',
    may: [...REPORT, ...CHECKS, 'jsonc-parser', 'picomatch'],
  },
  'server/src/features': {
    is: 'what an editor shows and offers beside findings: outline, folding, hover, links, hints, completion, formatting, actions on tables, pasted tables, readiness, what-if',
    may: [...WRITING, 'server/src/checks/check.ts'],
  },
  'server/src/input': {
    is: 'files into drafts: bytes as text in the encoding that they have, the language of a file, Word and HTML',
    may: [...REPORT, 'mammoth'],
    // The library takes the bytes of a file as Node's Buffer.
    except: { 'server/src/input/fromDocx.ts': ['node:'] },
  },
  'server/src/output': {
    is: 'whatever a report is written out as: a document without a form (`document.ts`) as Markdown, text, HTML and Word (`forms.ts` is the door to all), the preview, the review sheet, the numbers as pictures',
    may: [
      ...WRITING,
      ...CHECKS,
      'server/src/analysis',
      'server/src/features',
      'server/src/input',
      'docx',
      'markdown-it',
      'markdown-it-cjk-friendly',
    ],
  },
  'server/src/lsp/protocol.ts': {
    is: 'every message of ours once, typed for both ends: names, and nothing else that runs',
    may: [],
    types: [...WRITING, ...CHECKS, ...['features', 'output', 'lsp'].map(server), 'vscode-languageserver'],
  },
  'server/src/lsp': {
    is: 'the language server; `node.ts` alone knows Node',
    may: [
      'server/src/lsp/protocol.ts',
      ...WRITING,
      ...CHECKS,
      'server/src/analysis',
      'server/src/features',
      'server/src/input',
      'server/src/output',
      'package.json',
      'vscode-languageserver',
      'vscode-languageserver-textdocument',
    ],
    except: { 'server/src/lsp/node.ts': ['node:'] },
  },
  'server/src/cli': {
    is: 'the command `nianbao`, a file a subcommand',
    may: [
      ...WRITING,
      ...CHECKS,
      'server/src/analysis',
      'server/src/input',
      'server/src/output',
      'package.json',
      'commander',
      'diff',
      'picocolors',
      'node:',
    ],
    // Starts the language server for any editor.
    except: { 'server/src/cli/lsp.ts': ['server/src/lsp'] },
  },
  'server/src/generate': {
    is: 'snippets and grammars from the format data, pages and settings from the rules',
    may: [...WRITING, ...CHECKS, 'server/src/analysis'],
  },
  'client/src/preview/messages.ts': {
    is: "what the preview's page and the extension tell each other: shapes, and the order of severities",
    may: [],
    types: [...['features', 'output'].map(server), 'server/src/lsp'],
  },
  'client/src/preview/page': {
    is: 'what the preview pane shows, in a browser: only what the server rendered; no editor, no server',
    may: ['server/src/text', 'client/src/preview/messages.ts'],
  },
  'client/src': {
    is: 'the extension: starts the server, commands; it alone reads and writes files, through `vscode.workspace.fs`. Of the server it has types, and at run time nothing but the names of the messages',
    may: [
      'vscode',
      'vscode-languageclient',
      'jsonc-parser',
      'server/src/lsp/protocol.ts',
      'client/src/preview/messages.ts',
    ],
    types: [...WRITING, ...CHECKS, ...['analysis', 'features', 'input', 'output', 'lsp'].map(server)],
  },
};

function server(part: string): string {
  return `server/src/${part}`;
}

/** The room that a path is in. */
export function roomOf(path: string): string | undefined {
  return Object.keys(rooms).find((room) => path === room || path.startsWith(`${room}/`));
}

const [BEGIN, END] = ['<!-- made of test/support/rooms.ts: npm run generate -->', '<!-- end -->'];

/** The page of the architecture with the table of rooms as it is now; what stands around it stays. */
export function withRoomTable(page: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`the page lacks ${BEGIN} or ${END}`);
  return `${page.slice(0, begin)}${BEGIN}\n\n${roomTable()}\n\n${page.slice(end)}`;
}

function roomTable(): string {
  const code = (names: readonly string[]): string => names.map((name) => `\`${shortName(name)}\``).join(', ');
  const rows = Object.entries(rooms).map(([name, { is, may, types = [] }]) => {
    const what = may.length === 0 && types.length === 0 ? 'nothing' : code(may);
    return `| \`${name}\` | ${is} | ${what}${types.length === 0 ? '' : `${what === '' ? '' : '; '}types of ${code(types)}`} |`;
  });
  return ['| Room | What it is | May import |', '| --- | --- | --- |', ...rows].join('\n');
}

function shortName(name: string): string {
  return name.replace(/^server\/src\//, '');
}
