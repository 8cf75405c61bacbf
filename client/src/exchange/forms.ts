import type { Form } from '../../../server/src/output/forms.ts';

/** How a report goes out in a form. */
export interface ExportForm {
  readonly to: Form;
  readonly command: string;
  /** What the dialog for the file calls such files. */
  readonly files: string;
  /** Where the file is opened: drafts in an editor, the others in the program for them. */
  readonly opensIn: 'editor' | 'program';
}

/** All forms that the server writes. */
export const exportForms: { readonly [F in Form]: ExportForm & { readonly to: F } } = {
  html: { to: 'html', command: 'nianbao.exportHtml', files: 'HTML', opensIn: 'program' },
  docx: { to: 'docx', command: 'nianbao.exportWord', files: 'Word', opensIn: 'program' },
  markdown: { to: 'markdown', command: 'nianbao.exportMarkdown', files: 'Markdown', opensIn: 'editor' },
  text: { to: 'text', command: 'nianbao.exportText', files: 'TXT', opensIn: 'editor' },
};
