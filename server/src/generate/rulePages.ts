import { rules } from '../analysis/rules.ts';
import { codes, type Example, exampleYears, type Rule, type Severity } from '../checks/check.ts';

const severityWords: Readonly<Record<Severity, string>> = {
  error: '错误 error',
  warning: '警告 warning',
  information: '信息 information',
  hint: '提示 hint',
};

const reportWords: Readonly<Record<NonNullable<Example['report']>, string>> = {
  department: `部门 ${exampleYears.department} 年度报告`,
  government: `人民政府 ${exampleYears.government} 年度报告`,
  trial: `部门 ${exampleYears.trial} 年度报告（试行格式）`,
};

/** Path of a code's page from the project's root. */
function pagePath(code: string): string {
  return `docs/rules/${code}.md`;
}

/** The pages of all finding codes, and their index: path from the project's root and content. */
export function rulePages(): readonly (readonly [path: string, content: string])[] {
  const sorted = [...rules].sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
  return [[pagePath('README'), indexPage(sorted)], ...sorted.map((rule) => [pagePath(rule.code), page(rule)] as const)];
}

function indexPage(sorted: readonly Rule[]): string {
  const rows = sorted.map(
    ({ code, severity, title, summary }) =>
      `| [${code}](${code}.md) | ${title} | ${severityWords[severity]} | ${summary} |`,
  );
  return [
    '# 检查项',
    '',
    '每个检查项一页：查什么、为什么、依据何在、怎样改。代码是公开接口，不会改名。',
    'A page for each finding code. The codes are public interface.',
    '',
    '| 代码 | 名称 | 默认级别 | Summary |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function page({ code, severity, title, summary, why, basis, mend, examples }: Rule): string {
  return [
    `# ${code}　${title}`,
    '',
    `> ${summary}`,
    '',
    `默认级别：${severityWords[severity]}`,
    '',
    '## 查什么，为什么',
    '',
    why,
    '',
    '## 依据',
    '',
    basis,
    '',
    '## 怎样改',
    '',
    mend,
    '',
    ...examples.flatMap((example, i) => exampleLines(example, examples.length > 1 ? ` ${i + 1}` : '')),
    '## 改级别或不再提示',
    '',
    `在 VS Code 设置或 \`nianbao.config.json\` 中把 \`${code}\` 设为 \`off\`、\`hint\`、\`information\`、\`warning\` 或 \`error\`；`,
    '只对一处静默的办法见 [设置与静默](../settings.md)。',
    '',
  ].join('\n');
}

function exampleLines(
  { report = 'department', language = 'markdown', wrong, right, note }: Example,
  count: string,
): string[] {
  const fence = language === 'markdown' ? 'md' : 'text';
  return [
    `## 例${count}`,
    '',
    `取自一份${reportWords[report]}，⟦ ⟧ 中是标出的地方。${note ?? ''}`,
    '',
    '错：',
    '',
    `\`\`\`${fence}`,
    wrong,
    '```',
    '',
    '对：',
    '',
    `\`\`\`${fence}`,
    right,
    '```',
    '',
  ];
}
