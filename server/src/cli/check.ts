import type { Analysis } from '../analysis/analyze.ts';
import type { Rules } from '../analysis/settings/config.ts';
import { countBySeverity } from '../checks/check.ts';
import { checkElement, jsonArray } from './jsonReport.ts';
import type { Output } from './output.ts';
import { analyzeEach, type ExitCode, exitCodes } from './run.ts';
import { runSettings } from './settings.ts';
import { summaryOf, textOf } from './textReport.ts';

/** Forms in which findings are printed. */
export const checkFormats = ['text', 'json', 'jsonl'] as const;

export type CheckFormat = (typeof checkFormats)[number];

/**
 * Prints the findings of each file: as text with a summary, as one JSON array, or as one JSON value a line.
 * @param rules levels that overrule those of the folders
 */
export async function check(
  paths: readonly string[],
  { format, rules }: { readonly format: CheckFormat; readonly rules: Rules },
  output: Output,
): Promise<ExitCode> {
  const settings = runSettings(rules, output);
  let findings = countBySeverity([]);
  let reports = 0;
  let others = 0;
  const printer = printers[format](output);
  const add = (file: string, analysis: Analysis): void => {
    if (analysis.kind === 'report') {
      reports++;
      findings = countBySeverity(analysis.findings, findings);
    } else others++;
    printer.add(file, analysis);
  };
  const unreadable = await analyzeEach(paths, output, add, settings.of);
  printer.end();
  if (format === 'text') output.write(summaryOf({ reports, others, unreadable, findings }, output));
  if (unreadable + settings.failed() > 0) return exitCodes.failed;
  return findings.error > 0 ? exitCodes.errors : exitCodes.clean;
}

interface Printer {
  readonly add: (file: string, analysis: Analysis) => void;
  readonly end: () => void;
}

const printers = {
  text: (output) => ({
    add: (file, analysis) => {
      if (analysis.kind === 'report') output.write(textOf(file, analysis.report, analysis.findings, output));
    },
    end: () => {},
  }),
  json: (output) => {
    const array = jsonArray(output.write);
    return { add: (file, analysis) => array.add(checkElement(file, analysis)), end: array.end };
  },
  jsonl: (output) => ({
    add: (file, analysis) => output.write(`${JSON.stringify(checkElement(file, analysis))}\n`),
    end: () => {},
  }),
} as const satisfies Record<CheckFormat, (output: Output) => Printer>;
