import { type BySeverity, type Finding, type Severity, severities, severityNames } from '../checks/check.ts';
import type { Report } from '../report/model.ts';
import type { Span } from '../text/span.ts';
import { excerpt, printable } from './excerpt.ts';
import type { Colors } from './output.ts';

const severityColors = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
} as const satisfies Record<Severity, keyof Colors>;

/** Columns of an excerpt where no terminal says how many it has. */
const COLUMNS = 100;

/** What the text of a report needs beside its findings. */
export interface TextStyle {
  readonly colors: Colors;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
}

/** The findings of a report for a reader, ending with an empty line; nothing where there are none. */
export function textOf(file: string, report: Report, findings: readonly Finding[], style: TextStyle): string {
  if (findings.length === 0) return '';
  const { colors } = style;
  const year = report.year === undefined ? '' : ` · ${report.year} 年度`;
  const heading = `${colors.bold(colors.underline(printable(file)))}${colors.dim(`${year} · ${findings.length} 处`)}`;
  return [heading, ...findings.map((finding) => textOfFinding(file, report, finding, style)), ''].join('\n');
}

function textOfFinding(file: string, report: Report, finding: Finding, style: TextStyle): string {
  const { colors } = style;
  const { severity } = finding;
  const named = colors.bold(colors[severityColors[severity]](severityNames[severity]));
  const place = (span: Span) => {
    const { line, character } = report.lines.positionAt(span.start);
    return `${printable(file)}:${line + 1}:${character + 1}`;
  };
  return [
    `  ${colors.cyan(place(finding.span))} ${named} ${printable(finding.message)} ${colors.dim(finding.code)}`,
    ...sourceOf(report, finding, style),
    ...finding.related.map(({ span, message }) => colors.dim(`      ${place(span)} ${printable(message)}`)),
    '',
  ].join('\n');
}

/** The line of a finding with its place marked below. */
function sourceOf({ text, lines }: Report, { span, severity }: Finding, { colors, columns }: TextStyle): string[] {
  const line = lines.lineAt(span.start);
  const from = lines.start(line);
  const gutter = `${line + 1}`.padStart(5);
  const source = excerpt(
    text.slice(from, lines.end(line)),
    Math.min(span.start, lines.end(line)) - from,
    Math.min(span.end, lines.end(line)) - from,
    (columns ?? COLUMNS) - gutter.length - 3,
  );
  const mark = ' '.repeat(source.indent) + colors[severityColors[severity]]('^'.repeat(source.width));
  const bar = colors.dim('|');
  return [`${colors.dim(gutter)} ${bar} ${source.text}`, `${' '.repeat(gutter.length)} ${bar} ${mark}`];
}

/** Numbers of a whole run. */
export interface Counts {
  readonly reports: number;
  /** Files that were read and are no annual report. */
  readonly others: number;
  readonly unreadable: number;
  readonly findings: BySeverity;
}

/** Numbers of findings by severity, `1 处错误，2 处警告` (1 error, 2 warnings); nothing where there are none. */
export function tallyOf(findings: Counts['findings'], colors: Colors): string {
  return severities
    .filter((severity) => findings[severity] > 0)
    .map((severity) => colors[severityColors[severity]](`${findings[severity]} 处${severityNames[severity]}`))
    .join('，');
}

/** One line that sums up a run. */
export function summaryOf({ reports, others, unreadable, findings }: Counts, { colors }: TextStyle): string {
  const tally = tallyOf(findings, colors);
  const checked = `检查了 ${reports} 份报告，${tally === '' ? colors.green('没有发现问题') : tally}`;
  const other = others === 0 ? '' : `；未识别为年度报告的 ${others} 个文件`;
  const failed = unreadable === 0 ? '' : `；${colors.red(`未能读取的 ${unreadable} 个文件`)}`;
  return `${reports === 0 ? '没有检查任何报告' : checked}${other}${failed}。\n`;
}
