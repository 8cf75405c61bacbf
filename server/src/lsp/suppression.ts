import { rules } from '../analysis/rules.ts';
import { insertComment } from '../analysis/suppression/insertComment.ts';
import { suppressionRules } from '../analysis/suppression/suppress.ts';
import type { Finding } from '../checks/check.ts';
import type { Span } from '../text/span.ts';
import { type Action, call, touched } from './actions.ts';
import { commands } from './protocol.ts';
import type { CheckedDocument } from './session.ts';

/**
 * What suppresses the findings that a span touches, and where it is told why they are: not here, not in this file, not in
 * this workspace, why. A single finding is suppressed by a comment, in plain text by its fingerprint in a configuration.
 */
export function suppressionActions({ document, analysis, findings }: CheckedDocument, span: Span): readonly Action[] {
  if (analysis.kind === 'other') return [];
  const { uri } = document;
  const here = (finding: Finding): readonly Action[] => {
    const { code } = finding;
    // A comment about comments would want another one.
    if (suppressionRules.some((rule) => rule.code === code)) return [];
    const title = `此处不再提示 ${code}`;
    if (analysis.report.language !== 'plaintext') {
      return [{ kind: 'quickFix', title, edits: [insertComment(analysis.report, finding)], preferred: false, finding }];
    }
    const fingerprint = analysis.fingerprintOf(finding);
    return [{ kind: 'command', title, call: call(commands.suppress, { uri, code, fingerprint }), finding }];
  };
  const everywhere = (finding: Finding): readonly Action[] => {
    const { code } = finding;
    const name = rules.find((rule) => rule.code === code)?.title ?? code;
    const offers = [
      [`本文件不再提示 ${code}`, call(commands.suppressFile, { uri, code })],
      [`本工作区不再提示 ${code}`, call(commands.suppressWorkspace, { uri, code })],
      [`为什么：${name}`, call(commands.showRule, code)],
    ] as const;
    return offers.map(([title, call]) => ({ kind: 'command', title, call, finding }));
  };
  const at = touched(findings, span);
  const firsts = at.filter((finding, i) => at.findIndex(({ code }) => code === finding.code) === i);
  return [...at.flatMap(here), ...firsts.flatMap(everywhere)];
}
