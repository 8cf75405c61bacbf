import { Argument, Command, CommanderError, Option } from 'commander';
import { version } from '../../../package.json';
import type { Rules } from '../analysis/settings/config.ts';
import { type Form, forms } from '../output/forms.ts';
import { displayWidth } from '../text/width.ts';
import { bodyKinds } from '../writing/newReport.ts';
import { type CheckFormat, check, checkFormats } from './check.ts';
import { convert } from './convert.ts';
import { extractAll } from './extract.ts';
import { fix } from './fix.ts';
import { runServer } from './lsp.ts';
import { type NewOptions, newReport } from './new.ts';
import { standardOutput } from './output.ts';
import { type ReviewOptions, review } from './review.ts';
import { exitCodes } from './run.ts';
import { addRule } from './settings.ts';

/** @returns the exit code */
async function main(): Promise<number> {
  const output = standardOutput();
  let code: number = exitCodes.clean;

  const program = new Command('nianbao')
    .description(
      '政府信息公开工作年度报告的校核工具。\nChecks annual reports on government information disclosure in China.',
    )
    .version(version, '-V, --version', '显示版本 print the version')
    .helpOption('-h, --help', '显示帮助 print this help')
    .helpCommand('help [命令]', '显示某个命令的帮助 print help for a command')
    .configureHelp({ displayWidth, styleTitle: (title) => titles[title] ?? title })
    .addHelpText(
      'after',
      '\n退出码 Exit codes:\n' +
        '  0  没有错误级问题 no finding of severity error\n' +
        '  1  有错误级问题 at least one\n' +
        '  2  用法不对，或有文件不能读写 wrong usage, or a file that could not be read or written',
    )
    .exitOverride();

  program
    .command('check')
    .description('列出每份报告的问题\nPrint the findings of each report')
    .addArgument(paths())
    .addOption(new Option('-f, --format <form>', '输出形式 form of the output').choices(checkFormats).default('text'))
    .addOption(
      new Option('--rule <代码=级别>', '设定检查项的级别，可多次使用；off 为不检查 set the level of a finding code')
        .argParser(addRule)
        .default({}, '各文件夹的 nianbao.config.json'),
    )
    .action(async (given: string[], options: { readonly format: CheckFormat; readonly rule: Rules }) => {
      code = await check(given, { format: options.format, rules: options.rule }, output);
    });

  program
    .command('extract')
    .description('把报告转为数据（JSON）\nPrint the reports as data (JSON)')
    .addArgument(paths())
    .option('--locations', '附上每个数值的位置 add the place of each value', false)
    .action(async (given: string[], options: { readonly locations: boolean }) => {
      code = await extractAll(given, options.locations, output);
    });

  program
    .command('fix')
    .description('作全部有把握的修正，写回文件\nApply every safe fix and write the files')
    .addArgument(paths())
    .option('--diff', '只显示差异，不写文件 only show what would change, as a unified diff', false)
    .action(async (given: string[], options: { readonly diff: boolean }) => {
      code = await fix(given, options.diff, output);
    });

  program
    .command('convert')
    .description(
      '把报告转为另一种形式，数据不变；也读 .docx .html\nWrite the reports in another form, values untouched; also reads .docx and .html',
    )
    .addArgument(paths())
    .addOption(new Option('-t, --to <form>', '转成的形式 form to write').choices(forms).makeOptionMandatory())
    .option('-o, --output <file>', '写到的文件，- 为标准输出；不写则与原文件同处 file to write, - for standard output')
    .option('--force', '覆盖已有的文件 replace a file that is there', false)
    .action(async (given: string[], options: { to: Form; output?: string; force: boolean }) => {
      code = await convert(given, { ...options, output: options.output }, output);
    });

  program
    .command('review')
    .description('写出核对表：核对了什么，结果如何，谁签字\nWrite the review sheet of a report to print, HTML or Word')
    .argument('<路径>', '一份报告，- 为标准输入 one report, - for standard input')
    .requiredOption(
      '-o, --output <file>',
      '写入的文件，.docx 为 Word，- 为标准输出 file to write, .docx for Word, - for standard output',
    )
    .option('--force', '覆盖已有的文件 replace a file that is there', false)
    .action(async (path: string, options: ReviewOptions) => {
      code = await review(path, options, output);
    });

  program
    .command('new')
    .description(
      '新建一份空白报告，或以上年报告为底稿\nWrite a complete blank draft in the format of its year, or one based on last year’s report',
    )
    .option(
      '-y, --year <year>',
      '数据所属年度，有底稿时可省略 year of the figures; with --last-year the next one',
      Number,
    )
    .option('--last-year <file>', '作为底稿的上年报告 last year’s report, the base of the draft')
    .option('-b, --body <name>', '编制机关全称 full name of the body', '')
    .addOption(new Option('-k, --kind <kind>', '机关类别 kind of body').choices(bodyKinds).default('department'))
    .requiredOption('-o, --output <file>', '写入的文件，- 为标准输出 file to write, - for standard output')
    .action(async (options: NewOptions) => {
      code = await newReport(options, output);
    });

  program
    .command('lsp')
    .description('运行语言服务器，供编辑器使用\nRun the language server, for any editor')
    .option('--stdio', '使用标准输入输出（唯一方式） over standard input and output, the only way')
    .option('--clientProcessId <pid>', '编辑器的进程号 process that the server ends with')
    .action(runServer);

  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.clean : exitCodes.failed;
  }
  return code;
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法 Usage:',
  'Arguments:': '参数 Arguments:',
  'Options:': '选项 Options:',
  'Commands:': '命令 Commands:',
};

function paths(): Argument {
  return new Argument(
    '<路径...>',
    '文件或文件夹，- 为标准输入；文件夹中取文本、网页、Word 和 PDF 文件，不能读取的会指明\n' +
      'files or folders, - for standard input; of folders text, HTML, Word and PDF files, those that cannot be read are named',
  );
}

main().then(
  // Not `exit`: what was written to a pipe may still be on its way.
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error);
    process.exitCode = exitCodes.failed;
  },
);
