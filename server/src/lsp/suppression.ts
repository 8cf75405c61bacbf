import { rules } from '../analysis/rules.ts';
import { insertComment } from '../analysis/suppression/insertComment.ts';
import { suppressionRules } from '../analysis/suppression/suppress.ts';
import type { Finding } from '../checks/check.ts';
import type { Span } from '../text/span.ts';
import { type Action, call, touched } from './actions.ts';
import { commands } from './protocol.ts';
import type { CheckedDocument } from './session.ts';

/** Where it is told why the findings that a span touches are; each code once. */
export function explanations(findings: readonly Finding[], span: Span): readonly Action[] {
  return firstsOf(touched(findings, span)).map((finding) => {
    const name = rules.find(({ code }) => code === finding.code)?.title ?? finding.code;
    return { kind: 'explain', title: `为什么：${name}`, call: call(commands.showRule, finding.code), finding };
  });
}

/**
 * What suppresses the findings that a span touches: here, in this file, in this workspace. A single finding is suppressed by a comment, in plain text by its fingerprint in a configuration.
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
      return [{ kind: 'suppress', title, edits: [insertComment(analysis.report, finding)] }];
    }
    const fingerprint = analysis.fingerprintOf(finding);
    return [{ kind: 'suppress', title, call: call(commands.suppress, { uri, code, fingerprint }) }];
  };
  const everywhere = ({ code }: Finding): readonly Action[] => [
    { kind: 'suppress', title: `本文件不再提示 ${code}`, call: call(commands.suppressFile, { uri, code }) },
    { kind: 'suppress', title: `本工作区不再提示 ${code}`, call: call(commands.suppressWorkspace, { uri, code }) },
  ];
  const at = touched(findings, span);
  return [...at.flatMap(here), ...firstsOf(at).flatMap(everywhere)];
}

/** The first finding of each code. */
function firstsOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding, i) => findings.findIndex(({ code }) => code === finding.code) === i);
}
