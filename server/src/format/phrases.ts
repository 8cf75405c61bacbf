/** Official sentences and the placeholders in them, for fixes that write what a draft lacks. */

/** A visible place that is still to be filled in: `（请填写机关名称）` (fill in the body's name). */
export const PLACEHOLDER = /（请填写[^（）]*）/g;
/** Behind a paragraph of last year's report that is to be written anew. */
export const REWRITE_MARK = '【待改写】';
/** Stands where the name of the body is still to be filled in. */
export const BODY_PLACEHOLDER = '（请填写机关名称）';
/** Stands where the date under a report is still to be filled in. */
export const DATE_PLACEHOLDER = '（请填写成文日期）';
/** Stands where the report year is still to be filled in. */
export const YEAR_PLACEHOLDER = '（请填写年份）';

/**
 * The title over a report: `云川市水务局2025年政府信息公开工作年度报告` (a water bureau's annual report of 2025);
 * placeholders for what is not known.
 */
export function officialTitle(body: string | undefined, year: number | string | undefined): string {
  return `${body ?? BODY_PLACEHOLDER}${year ?? YEAR_PLACEHOLDER}年政府信息公开工作年度报告`;
}

/** The sentence of the statistical period: the whole report year, or what stands for it. */
export function periodSentence(year: number | string): string {
  return `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`;
}
