import { type Fixed, fixAll } from '../analysis/fix.ts';
import { type BySeverity, countBySeverity } from '../checks/check.ts';
import { languageOfName } from '../input/language.ts';
import { LineIndex } from '../text/lines.ts';
import { diffOf, isApplicable } from './diff.ts';
import { reencode } from './encode.ts';
import { printable } from './excerpt.ts';
import type { BinaryInput, TextInput } from './files.ts';
import type { Output } from './output.ts';
import { type ExitCode, exitCodes, readEach } from './run.ts';
import { runSettings } from './settings.ts';
import { tallyOf } from './textReport.ts';
import { replaceFile } from './writeFile.ts';

/**
 * Applies every safe fix to the files and says what was done; with `diffOnly` prints what would change and writes
 * nothing. Standard input goes to standard output, fixed, or as it came where it is no text; what is said of it, and of
 * a diff, goes to standard error.
 */
export async function fix(paths: readonly string[], diffOnly: boolean, output: Output): Promise<ExitCode> {
  const apart = diffOnly || paths.includes('-');
  const say = apart ? output.complain : (line: string) => output.write(`${line}\n`);
  const count: FixTally = { reports: 0, fixes: 0, changed: 0, left: countBySeverity([]) };
  const settings = runSettings({}, output);
  let refused = 0;

  const fixOne = (input: TextInput): void => {
    const { file, text } = input;
    const fixed = fixAll(text, languageOfName(file), settings.of(file));
    const refusal = diffOnly ? showDiff(input, fixed, output) : write(input, fixed, output);
    if (refusal !== undefined) {
      refused++;
      output.complain(printable(`nianbao: ${file}: ${refusal}`));
      return;
    }
    add(count, fixed);
    for (const line of linesOf(input, fixed, output)) say(line);
    if (!fixed.converged) output.complain(printable(`nianbao: ${file}: 尚有可修正的问题，请再运行一次 run again`));
  };
  const passOn = ({ file, bytes }: BinaryInput): boolean => {
    if (file === '-' && !diffOnly) output.write(bytes);
    return settings.of(file).excluded;
  };
  const failed = await readEach(paths, output, { text: fixOne, binary: passOn });

  say(summaryOf(count, failed + refused, diffOnly, output));
  if (failed + refused + settings.failed() > 0) return exitCodes.failed;
  return count.left.error > 0 ? exitCodes.errors : exitCodes.clean;
}

/** @returns why it could not be done, where it could not */
function showDiff(input: TextInput, { text, edits }: Fixed, output: Output): string | undefined {
  if (edits.length === 0) return undefined;
  output.write(diffOf(input, text));
  if (!isApplicable(input)) {
    const { file, encoding } = input;
    const name = encoding.name.toUpperCase();
    output.complain(printable(`nianbao: ${file}: 文件编码为 ${name}，差异以 UTF-8 显示，不能直接用于 patch`));
  }
  return undefined;
}

/** @returns why it could not be done, where it could not; then the file is as it was, and standard input goes on as it came */
function write(input: TextInput, { text, edits }: Fixed, output: Output): string | undefined {
  const { file, bytes } = input;
  const changed = edits.length === 0 ? bytes : reencode(input, text);
  if (file === '-') output.write(changed ?? bytes);
  if (changed === undefined) {
    const name = input.encoding.name.toUpperCase();
    return `不能按原编码（${name}）准确写回，未作修改 cannot be written back exactly as ${name}, left alone`;
  }
  return file === '-' || edits.length === 0 ? undefined : replaceFile(file, bytes, changed);
}

/** What was done in a file, a line each, with the line of the original text; ends with an empty line. */
function linesOf({ file, text }: TextInput, { applied }: Fixed, { colors }: Output): string[] {
  if (applied.length === 0) return [];
  const lines = new LineIndex(text);
  const described = applied.map(({ code, message, title, offset }) => {
    const place = colors.cyan(`${printable(file)}:${lines.lineAt(offset) + 1}`);
    return `  ${place} ${printable(message)} ${colors.green(`→ ${printable(title)}`)} ${colors.dim(code)}`;
  });
  const heading = `${colors.bold(colors.underline(printable(file)))}${colors.dim(` · ${applied.length} 处`)}`;
  return [heading, ...described, ''];
}

/** Numbers of a whole run. */
interface FixTally {
  reports: number;
  fixes: number;
  changed: number;
  left: BySeverity;
}

function add(count: FixTally, { analysis, edits, applied }: Fixed): void {
  if (analysis.kind === 'other') return;
  count.reports++;
  count.fixes += applied.length;
  if (edits.length > 0) count.changed++;
  count.left = countBySeverity(analysis.findings, count.left);
}

function summaryOf(count: FixTally, failed: number, diffOnly: boolean, { colors }: Output): string {
  const done = diffOnly ? '可修正' : '修正了';
  const summary =
    count.fixes === 0
      ? `检查了 ${count.reports} 份报告，没有可自动修正的问题`
      : `${done} ${count.changed} 份报告的 ${colors.green(`${count.fixes} 处`)}`;
  const tally = tallyOf(count.left, colors);
  const left = tally === '' ? '没有遗留问题' : `尚有 ${tally}，需人工处理`;
  const refused = failed === 0 ? '' : `；${colors.red(`未能处理的 ${failed} 个文件`)}`;
  return `${count.reports === 0 ? '没有检查任何报告' : `${summary}；${left}`}${refused}。`;
}
