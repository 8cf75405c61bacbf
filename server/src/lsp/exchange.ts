import { blanksOf } from '../features/blanks.ts';
import { decode } from '../input/decode.ts';
import { documentOf } from '../output/document.ts';
import { endings, type Refused, readForm, writeForm } from '../output/forms.ts';
import { draftFromLastYear } from '../output/fromLastYear.ts';
import { toMarkdown } from '../output/toMarkdown.ts';
import { toText } from '../output/toText.ts';
import { fromBase64, toBase64 } from '../text/base64.ts';
import { requests } from './protocol.ts';
import { serve, serveReport } from './serve.ts';
import type { Session } from './session.ts';
import type { ImportedDraft, ToImport } from './wire.ts';

/**
 * Gives our own clients a report in another form, and makes drafts of files. They read and write the files: the server
 * never touches a disk.
 */
export function serveExchange(session: Session): void {
  serveReport(session, requests.export, {
    run: async (known, { to }) => {
      const document = documentOf(known.report);
      const bytes = await writeForm(document, to);
      const errors = known.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ message, span }) => ({ message, line: known.document.positionAt(span.start).line + 1 }));
      const unfilled = blanksOf(known.report, known.findings).length;
      return {
        base64: toBase64(bytes),
        name: document.name,
        ending: endings[to],
        notes: document.notes,
        unfilled,
        errors,
      };
    },
    empty: null,
    count: (exported) => exported?.base64.length ?? 0,
  });
  serve(session, requests.draftFromLastYear, {
    run: async ({ name, base64 }) => {
      const bytes = fromBase64(base64);
      return draftFromLastYear({ name, bytes, text: () => decode(bytes) });
    },
    empty: { refusal: '文件未能读取。' },
    count: (answer) => ('text' in answer ? answer.text.length : 0),
  });
  serve(session, requests.import, {
    run: importFile,
    empty: { refusal: '文件未能读取。' },
    count: (answer) => ('text' in answer ? answer.text.length : 0),
  });
}

async function importFile({ name, base64, to }: ToImport): Promise<ImportedDraft | Refused> {
  const bytes = fromBase64(base64);
  const imported = await readForm({ name, bytes, text: () => decode(bytes) });
  if (imported === undefined) return { refusal: '文件中没有政府信息公开工作年度报告，未导入。' };
  if ('refusal' in imported) return imported;
  const document = documentOf(imported.report);
  const text = to === 'markdown' ? toMarkdown(document) : toText(document);
  return { text, notes: [...imported.notes, ...document.notes] };
}
