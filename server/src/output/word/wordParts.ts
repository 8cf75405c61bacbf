import {
  AlignmentType,
  Document,
  Footer,
  type IRunOptions,
  type IStylesOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { withFixedDates } from '../../input/zip.ts';
import { legalText } from '../../text/legalText.ts';
import { fonts, type PageType } from '../officialType.ts';

/** Word measures in twentieths of a point; type in half points. */
export const TWIPS_A_POINT = 20;
const TWIPS_A_MILLIMETRE = 56.6929;

/** What makes a Word file, besides its contents. */
export interface WordFile {
  readonly name: string;
  readonly page: PageType;
  readonly styles: IStylesOptions;
  readonly children: readonly (Paragraph | Table)[];
  /** Size of the page numbers, in points. */
  readonly pageNumber: number;
  /** Millimetres from the lower edge of the page to its number. */
  readonly footer: number;
}

export function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_A_MILLIMETRE);
}

/** Figures and Latin letters in the Roman type that Word sets them in, everything else in the official typeface. */
export function font(of: keyof typeof fonts) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: fonts[of][0] };
}

/** Black upright type of a size in points. */
export function runStyle(of: keyof typeof fonts, size: number): IRunOptions {
  return { font: font(of), size: 2 * size, bold: false, italics: false, color: '000000' };
}

/** The bytes of a Word file with numbered pages; the same contents always give the same bytes. */
export async function packed({ name, page, styles, children, pageNumber, footer }: WordFile): Promise<Uint8Array> {
  const file = new Document({
    title: legalText(name),
    creator: '',
    lastModifiedBy: '',
    evenAndOddHeaderAndFooters: true,
    description: '',
    styles,
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              top: twips(page.top),
              right: twips(page.right),
              bottom: twips(page.bottom),
              left: twips(page.left),
              footer: twips(footer),
            },
          },
        },
        footers: {
          default: new Footer({ children: [numberOfPage(pageNumber, 'right')] }),
          even: new Footer({ children: [numberOfPage(pageNumber, 'left')] }),
        },
        children: [...children],
      },
    ],
  });
  return withFixedDates(
    await Packer.pack(file, 'uint8array', false, [{ path: 'docProps/core.xml', data: core(name) }]),
  );
}

/** The properties of the file without the time at which it was made. */
function core(name: string): string {
  const title = legalText(name).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`;
}

/** The number of a page, a character from its outer edge (GB/T 9704). */
function numberOfPage(size: number, edge: 'left' | 'right'): Paragraph {
  return new Paragraph({
    alignment: edge === 'left' ? AlignmentType.LEFT : AlignmentType.RIGHT,
    indent: { [edge]: size * TWIPS_A_POINT },
    children: [new TextRun({ font: font('table'), size: 2 * size, children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}
