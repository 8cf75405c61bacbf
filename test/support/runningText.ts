import type { Code } from '../../server/src/checks/check.ts';
import type { Language } from '../../server/src/report/model.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { checked } from './check.ts';

/** A finding in a paragraph: the paragraph with ⟦⟧ around its place, its severity, the paragraph after its first fix. */
export interface Judged {
  readonly marked: string;
  readonly severity: string;
  readonly message: string;
  readonly related: number;
  readonly fixed: string | undefined;
  readonly safe: boolean | undefined;
}

/** A short report of a year whose first section holds a text of one or more paragraphs. */
export function reportWith(text: string, year = 2025): string {
  return [
    `云川市水务局${year}年政府信息公开工作年度报告`,
    '一、总体情况',
    text,
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '有待改进。',
    '六、其他需要报告的事项',
    '无。',
  ].join('\n\n');
}

/** What a check says of a text in a report. */
export function judge(code: Code, text: string, year = 2025, language: Language = 'plaintext'): readonly Judged[] {
  const whole = reportWith(text, year);
  const at = whole.indexOf(text);
  const rest = whole.length - at - text.length;
  return checked(whole, { language, only: [code] }).findings.map(({ span, severity, message, related, fixes }) => {
    const [fix] = fixes();
    const fixed = fix === undefined ? undefined : applyEdits(whole, fix.edits);
    return {
      marked: `${whole.slice(at, span.start)}⟦${whole.slice(span.start, span.end)}⟧${whole.slice(span.end, -rest)}`,
      severity,
      message,
      related: related.length,
      fixed: fixed?.slice(at, fixed.length - rest),
      safe: fix?.safe,
    };
  });
}
