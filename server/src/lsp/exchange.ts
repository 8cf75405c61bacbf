import { RequestType } from 'vscode-languageserver';
import { decode } from '../input/decode.ts';
import { documentOf } from '../output/document.ts';
import { type Form, readForm, writeForm } from '../output/forms.ts';
import { toMarkdown } from '../output/toMarkdown.ts';
import { toText } from '../output/toText.ts';
import { guarded } from './guard.ts';
import { read, type Session } from './session.ts';

interface ToExport {
  readonly uri: string;
  readonly to: Form;
}

/** A report in another form. */
interface Exported {
  /** The bytes to write. */
  readonly base64: string;
  /** The report's title, for the name of a file. */
  readonly name: string;
  /** What could not be carried over, a sentence each. */
  readonly notes: readonly string[];
  /** The findings of severity error, with lines from 1. */
  readonly errors: readonly { readonly message: string; readonly line: number }[];
}

interface ToImport {
  /** Name of the file; its ending tells the form of what is no Word file. */
  readonly name: string;
  readonly base64: string;
  readonly to: 'markdown' | 'text';
}

/** A file as a draft with what could not be read, a sentence each; or why there is no draft. */
type ImportAnswer = { readonly text: string; readonly notes: readonly string[] } | { readonly refusal: string };

const requests = {
  export: new RequestType<ToExport, Exported | null, never>('nianbao/export'),
  import: new RequestType<ToImport, ImportAnswer, never>('nianbao/import'),
} as const;

/**
 * Gives our own client a report in another form, null for a document that is none, and makes drafts of files. The
 * client reads and writes the files: the server never touches a disk.
 */
export function serveExchange(session: Session): void {
  const { connection, log } = session;
  connection.onRequest(
    requests.export,
    guarded<ToExport, Exported | null>(log, {
      name: requests.export.method,
      run: async ({ uri, to }) => {
        const known = await read(session, uri);
        if (known === undefined) return null;
        const document = documentOf(known.report);
        const bytes = await writeForm(document, to);
        const errors = known.findings
          .filter(({ severity }) => severity === 'error')
          .map(({ message, span }) => ({ message, line: known.document.positionAt(span.start).line + 1 }));
        return { base64: Buffer.from(bytes).toString('base64'), name: document.name, notes: document.notes, errors };
      },
      empty: () => null,
      count: (exported) => exported?.base64.length ?? 0,
    }),
  );
  connection.onRequest(
    requests.import,
    guarded<ToImport, ImportAnswer>(log, {
      name: requests.import.method,
      run: importFile,
      empty: () => ({ refusal: '文件未能读取。' }),
      count: (answer) => ('text' in answer ? answer.text.length : 0),
    }),
  );
}

async function importFile({ name, base64, to }: ToImport): Promise<ImportAnswer> {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const imported = await readForm({ name, bytes, text: () => decode(bytes) });
  if (imported === undefined) return { refusal: '文件中没有政府信息公开工作年度报告，未导入。' };
  if ('refusal' in imported) return imported;
  const document = documentOf(imported.report);
  const text = to === 'markdown' ? toMarkdown(document) : toText(document);
  return { text, notes: [...imported.notes, ...document.notes] };
}
