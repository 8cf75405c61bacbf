import { expect } from 'vitest';
import { codes, type Severity, severities } from '../../server/src/checks/check.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { check, checked, type Expected } from './check.ts';
import { type Draft, readDraft, valuesOf } from './conformance.ts';

/** Holds that a draft of `conformance` raises what its header says, at its marks and nothing else, and is fixed as it says. */
export function holds(draft: Draft): void {
  const { text, language } = draft;
  const expected = valuesOf(draft, 'finding').map(expectedOf);
  const [fixed] = valuesOf(draft, 'fixed');
  const [first, ...others] = expected;
  const whole = fixed === undefined || fixed === 'none' ? undefined : readDraft(fixed).text;
  const wanted = first === undefined || whole === undefined ? expected : [{ ...first, fixed: whole }, ...others];
  const { text: broken, findings } = check(text, wanted, { language });
  const [fix] = findings[0]?.fixes() ?? [];
  if (fixed === 'none') expect(fix).toBeUndefined();
  const [right] = valuesOf(draft, 'right');
  if (right !== undefined) expect(fix && applyEdits(broken, fix.edits)).not.toBe(readDraft(right).text);
  const [left] = valuesOf(draft, 'left');
  if (left === undefined) return;
  const after = checked(applyEdits(broken, fix?.edits ?? []), { language }).findings.map(({ code }) => code);
  expect(after).toEqual(left === 'nothing' ? [] : left.split(' '));
}

/** `citation warning 第492号`: code, severity and a part of the message, of which the last two may be left out. */
function expectedOf(line: string): Expected {
  const [name = '', grade = '', ...words] = line.split(' ');
  const code = codes.find((candidate) => candidate === name);
  const severity: Severity | undefined = severities.find((candidate) => candidate === grade);
  if (code === undefined || (severity === undefined && grade !== '')) throw new Error(`no finding: ${line}`);
  return {
    code,
    ...(severity !== undefined && { severity }),
    ...(words.length > 0 && { message: words.join(' ') }),
  };
}
