import { Argument, Command, CommanderError, Option } from 'commander';
import { version } from '../../../package.json';
import { displayWidth } from '../text/width.ts';
import { type CheckFormat, check, checkFormats } from './check.ts';
import { extractAll } from './extract.ts';
import { runServer } from './lsp.ts';
import { standardOutput } from './output.ts';
import { exitCodes } from './run.ts';

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
        '  2  用法不对，或有文件读不了 wrong usage, or a file that could not be read',
    )
    .exitOverride();

  program
    .command('check')
    .description('列出每份报告的问题\nPrint the findings of each report')
    .addArgument(paths())
    .addOption(new Option('-f, --format <form>', '输出形式 form of the output').choices(checkFormats).default('text'))
    .action(async (given: string[], options: { readonly format: CheckFormat }) => {
      code = await check(given, options.format, output);
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
    '文件或文件夹，- 为标准输入；文件夹中取 .md .markdown .txt .html .htm\n' +
      'files or folders, - for standard input; of folders the files with these endings',
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
