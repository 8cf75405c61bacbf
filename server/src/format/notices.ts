import { formatName, issuing, numberOfDocument } from './citations.ts';
import { type FormatId, formats, type ReportFormat } from './formats.ts';

/** The numbers of all formats' notices: `国办公开办函〔2019〕60号、国办公开办函〔2021〕30号`. */
export const noticeNumbers = formats.map(({ notice }) => numberOfDocument(notice)).join('、');

/** The number of a format's notice: `国办公开办函〔2021〕30号`. */
export function noticeOf({ notice }: ReportFormat): string {
  return numberOfDocument(notice);
}

/** The format whose notice has that document number; undefined where none has. */
export function formatOfNotice(year: number, number: number): FormatId | undefined {
  return formats.find(({ notice }) => notice.year === year && notice.number === number)?.id;
}

/** Whether a format's notice is called by the format that it issues, `关于印发〈…格式〉的通知`. */
export function isCalledByFormat({ notice, edition }: ReportFormat): boolean {
  return notice.core === issuing(edition);
}

/** What a format is called: `中华人民共和国政府信息公开工作年度报告格式（试行）`. */
export function nameOf({ edition }: ReportFormat): string {
  return formatName + edition;
}
