import type { Report } from '../report/model.ts';
import { readReport } from '../report/reading/read.ts';
import { newReportName } from '../writing/newReport.ts';
import { nextYearDraft } from '../writing/nextYear.ts';
import { documentOf } from './document.ts';
import { type FormFile, type Refused, readForm } from './forms.ts';
import { toMarkdown } from './toMarkdown.ts';
import { toText } from './toText.ts';

/** A draft that last year's report was the base of. */
export interface DraftFromLastYear {
  /** Its title, for the name of a file. */
  readonly name: string;
  readonly text: string;
  readonly language: 'markdown' | 'plaintext';
  readonly year: number;
  /** What could not be carried over, a sentence each. */
  readonly notes: readonly string[];
}

/** What is wanted of it. */
export interface WantedDraft {
  /** Unless given the language of the file; Markdown for Word files and web pages. */
  readonly language?: 'markdown' | 'plaintext' | undefined;
  /** Unless given the year after the report's. */
  readonly year?: number | undefined;
}

/** The draft of the next year with the report in a file of any form as its base, or why there is none. */
export async function draftFromLastYear(
  file: FormFile,
  wanted: WantedDraft = {},
): Promise<DraftFromLastYear | Refused> {
  const imported = await readForm(file);
  if (imported === undefined) return { refusal: '文件中没有政府信息公开工作年度报告。' };
  if ('refusal' in imported) return imported;
  const own = imported.report.language;
  const language = wanted.language ?? (own === 'plaintext' ? 'plaintext' : 'markdown');
  const { report, notes } =
    own === language ? { report: imported.report, notes: [] } : written(imported.report, language);
  const draft = report && nextYearDraft(report, wanted.year);
  if (report === undefined || draft === undefined) {
    return { refusal: '报告的年度不明，或者不早于要写的年度。' };
  }
  const carried = draft.carried ? [] : ['上年报告表三的结转数没有读到，请在文稿表三中自行填写。'];
  return {
    name: newReportName({ body: report.body ?? '', year: draft.year }),
    text: draft.text,
    language,
    year: draft.year,
    notes: [...imported.notes, ...notes, ...carried],
  };
}

/** A report in another language. */
function written(from: Report, language: 'markdown' | 'plaintext') {
  const document = documentOf(from);
  const text = language === 'markdown' ? toMarkdown(document) : toText(document);
  return { report: readReport(text, language), notes: document.notes };
}
