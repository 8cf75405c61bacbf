import { rules } from '../analysis/rules.ts';
import { insertComment } from '../analysis/suppression/insertComment.ts';
import { silenceRules } from '../analysis/suppression/suppress.ts';
import type { Finding } from '../checks/check.ts';
import type { Span } from '../text/span.ts';
import { type Action, touched } from './actions.ts';
import type { CheckedDocument } from './session.ts';

/** Commands of a client that edits configurations and opens pages; public interface between client and server. */
export const silenceCommands = {
  /** Argument: `{ uri, code, fingerprint }`. */
  here: 'nianbao.silence',
  /** Argument: `{ uri, code }`. */
  inFile: 'nianbao.silenceFile',
  /** Argument: `{ uri, code }`. */
  inWorkspace: 'nianbao.silenceWorkspace',
  /** Argument: the code. */
  explain: 'nianbao.showRule',
} as const;

/**
 * What silences the findings that a span touches, and where it is told why they are: not here, not in this file, not in
 * this workspace, why. A single finding is silenced by a comment, in plain text by its fingerprint in a configuration.
 */
export function silenceActions({ document, analysis, findings }: CheckedDocument, span: Span): readonly Action[] {
  if (analysis.kind === 'other') return [];
  const { uri } = document;
  const here = (finding: Finding): readonly Action[] => {
    const { code } = finding;
    // A comment about comments would want another one.
    if (silenceRules.some((rule) => rule.code === code)) return [];
    const title = `此处不再提示 ${code}`;
    if (analysis.report.language !== 'plaintext') {
      return [{ kind: 'quickFix', title, edits: [insertComment(analysis.report, finding)], preferred: false, finding }];
    }
    const fingerprint = analysis.fingerprintOf(finding);
    return [{ kind: 'command', title, command: silenceCommands.here, argument: { uri, code, fingerprint }, finding }];
  };
  const everywhere = (finding: Finding): readonly Action[] => {
    const { code } = finding;
    const name = rules.find((rule) => rule.code === code)?.title ?? code;
    return [
      {
        kind: 'command',
        title: `本文件不再提示 ${code}`,
        command: silenceCommands.inFile,
        argument: { uri, code },
        finding,
      },
      {
        kind: 'command',
        title: `本工作区不再提示 ${code}`,
        command: silenceCommands.inWorkspace,
        argument: { uri, code },
        finding,
      },
      { kind: 'command', title: `为什么：${name}`, command: silenceCommands.explain, argument: code, finding },
    ];
  };
  const at = touched(findings, span);
  const firsts = at.filter((finding, i) => at.findIndex(({ code }) => code === finding.code) === i);
  return [...at.flatMap(here), ...firsts.flatMap(everywhere)];
}
