import { expect } from 'vitest';
import type { Code } from '../../server/src/checks/check.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { checked } from './check.ts';
import { type RightReport, rightReport } from './rightReports.ts';

/** A section of prose that a text is written in, and how. */
export interface Place {
  /** One unless said otherwise. */
  readonly number?: 1 | 5;
  /** Plain text unless said otherwise. */
  readonly language?: 'markdown' | 'plaintext';
  /** `department` unless said otherwise. */
  readonly report?: RightReport;
}

/** A right report with another text under a heading, up to the next section. */
function withSection(body: string, { number = 1, language = 'plaintext', report = 'department' }: Place): string {
  const whole = rightReport(report, language);
  const [heading, next] =
    number === 1 ? ['一、总体情况', '二、主动公开'] : ['五、存在的主要问题及改进情况', '六、其他'];
  const from = whole.lastIndexOf(heading) + heading.length;
  const to = whole.lastIndexOf(language === 'markdown' ? `## ${next}` : next);
  return `${whole.slice(0, from)}\n\n${body}\n\n${whole.slice(to)}`;
}

/** What is found of a code in a report with that text in a section. */
export function messagesOf(code: Code, body: string, place: Place = {}): readonly string[] {
  const { language = 'plaintext' } = place;
  return checked(withSection(body, place), { language, only: [code] }).findings.map(({ message }) => message);
}

/** The text of a section once the only finding of a code is fixed, and whether that is safe. */
export function fixedBy(code: Code, body: string, place: Place = {}) {
  const { language = 'plaintext' } = place;
  const { text, findings } = checked(withSection(body, place), { language, only: [code] });
  expect(findings).toHaveLength(1);
  const [fix] = findings[0]?.fixes() ?? [];
  const result = applyEdits(text, fix?.edits ?? []);
  const [before = '', after = ''] = withSection('\u0000', place).split('\u0000');
  expect(result.startsWith(before) && result.endsWith(after)).toBe(true);
  return { text: result.slice(before.length, -after.length).trim(), safe: fix?.safe };
}
