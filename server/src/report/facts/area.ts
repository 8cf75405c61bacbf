import { once } from '../../text/memo.ts';
import type { Report } from '../model.ts';
import { prefaceOf } from '../reading/prose.ts';
import { bodyKind, isPartOfGovernment, placeLetter, speaksForArea } from './body.ts';

/** All that an area may be called behind 全 (whole) and 我 (our): province, city, county, district, prefecture, banner … */
const PLACES = '省市县区州盟旗镇乡';
/** `本报告数据由全区各单位汇总形成` (compiled from all bodies of the district): what a preface says of an area's report. */
const ADDED_UP =
  /汇总(?:了)?(?:全[市县区省州]|各|所属|下级|辖区)|(?:全[市县区省州]|各)[^。，；]{0,16}(?:单位|部门|机关|乡镇|街道)[^。，；]{0,12}汇总/;
/** `我区` (our district), `我市` (our city); not 我市场 (I market). */
const OURS = /我([省市县区州盟旗镇乡])(?!场|域|长|委)/g;

/**
 * The areas that a report's numbers are those of, by their letters: `区` where 全区 is the whole of what it adds up; empty
 * where it is the report of one body. Of a government, a place or a zone (《条例》第五十条, 国办公开办函〔2021〕30号 二（二）) by
 * its name; where the name does not tell, by what the preface and the text say of themselves. The one answer for the whole
 * program to whether a report is an area's.
 */
export const areaOf: (report: Report) => string = once((report) => {
  const { body } = report;
  if (body !== undefined) {
    if (speaksForArea(body)) return placeLetter(body) ?? PLACES;
    if (isPartOfGovernment(body) || bodyKind(body) !== undefined) return '';
  }
  const ours = [
    ...new Set(report.paragraphs.flatMap(({ text }) => [...text.matchAll(OURS)].map(([, letter]) => letter))),
  ].join('');
  const addedUp = prefaceOf(report).some(({ text }) => ADDED_UP.test(text));
  return ours !== '' ? ours : addedUp ? PLACES : '';
});

/** Whether a report is that of an area, whose bodies' numbers are added up in it. */
export function isOfArea(report: Report): boolean {
  return areaOf(report) !== '';
}
