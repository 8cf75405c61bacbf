import type { Finding } from '../../checks/check.ts';
import type { Report } from '../../report/model.ts';
import { squeeze } from '../../text/fold.ts';
import { hashOf } from '../../text/hash.ts';

/** Ends of sentences, before and behind a place. */
const ENDS = '。！？；';
/** Characters before and behind a place that are looked at. */
const REACH = 400;

/**
 * Fingerprints of findings: 16 hexadecimal digits that stay the same while the draft is edited
 * elsewhere. Each is made of the finding's code, the number of its section, the sentence or row that it begins in,
 * without white space, and its place among findings that are alike in all this.
 * @param findings all of a report, in the order of the text
 */
export function fingerprintsOf(report: Report, findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  let section = 0;
  const fingerprints = new Map<Finding, string>();
  for (const finding of findings) {
    while ((report.sections[section]?.span.start ?? report.text.length + 1) <= finding.span.start) section++;
    const number = report.sections[section - 1]?.format.number ?? 0;
    const key = `${finding.code}\n${number}\n${sentenceOf(report, finding)}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    fingerprints.set(finding, hashOf(`${key}\n${count}`));
  }
  return fingerprints;
}

/** The sentence or row that a finding begins in, within its line. */
function sentenceOf({ text, lines }: Report, { span }: Finding): string {
  const line = lines.lineAt(span.start);
  const content = text.slice(lines.start(line), lines.end(line));
  const at = Math.min(span.start - lines.start(line), content.length);
  const until = Math.min(span.end - lines.start(line), content.length);
  let from = at;
  while (from > Math.max(0, at - REACH) && !ENDS.includes(content.charAt(from - 1))) from--;
  let to = Math.min(Math.max(at, until), at + REACH);
  while (to < Math.min(content.length, at + REACH) && !ENDS.includes(content.charAt(to))) to++;
  return squeeze(content.slice(from, to));
}
