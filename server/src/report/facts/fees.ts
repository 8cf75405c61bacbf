import type { Span } from '../../text/span.ts';
import type { Report } from '../model.ts';
import { narrowText, paragraphsIn, spanIn } from '../reading/prose.ts';

// `收取信息处理费2230元` (charged 2,230 yuan for processing), `共收取信息处理费总额为1.2万元` (12,000 yuan in all); not 未 (not), 应 (shall)
const FEE_TAKEN =
  /(?<![未没应拟免]|没有|[应未]予)(?:收取|收到|收缴)(?:的|了|政府信息公开){0,2}信息处理费(?:总金额|总额|金额|费用|共计|合计|总计|共|为|约|人民币|:){0,4} ?(\d[\d,]{0,14}(?:\.\d{1,6})?) ?(万?)元/;
// `信息处理费收取情况：实际收取400元` (fees for processing: 400 yuan charged), `实际收取信息处理费…` is the form above
const TAKEN_AS_FEE =
  /信息处理费(?:收取|收费)?(?:情况)?[:,，：]?(?:本年度?|全年|实际|共计?|合计){0,3}收取(?:总金额|总额|金额|共计|合计|为|了){0,3} ?(\d[\d,]{0,14}(?:\.\d{1,6})?) ?(万?)元/;

/** What was taken as 信息处理费: an amount above 0, as written, and its sentence's place. */
export interface FeesTaken {
  readonly yuan: number;
  readonly text: string;
  readonly span: Span;
}

/** What section six says was taken as fees for processing information; undefined where it tells of none. */
export function feesTaken(report: Report): FeesTaken | undefined {
  const section = report.sections.find(({ format, role }) => format.number === 6 && role === 'regular');
  if (section === undefined) return undefined;
  for (const paragraph of paragraphsIn(report, section.span)) {
    if (!paragraph.text.includes('信息处理费')) continue;
    const text = narrowText(paragraph.text);
    const match = FEE_TAKEN.exec(text) ?? TAKEN_AS_FEE.exec(text);
    const yuan = Number(match?.[1]?.replaceAll(',', '') ?? 0) * (match?.[2] === '万' ? 10_000 : 1);
    if (match === null || !(yuan > 0)) continue;
    return {
      yuan,
      text: `${match[1]}${match[2]}元`,
      span: spanIn(paragraph, match.index, match.index + match[0].length),
    };
  }
  return undefined;
}
