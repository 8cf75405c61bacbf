import { rules } from '../analysis/rules.ts';
import { codes, type Example, exampleYears, type Rule, type Severity, severityNames } from '../checks/check.ts';

const reportWords: Readonly<Record<NonNullable<Example['report']>, string>> = {
  department: `部门 ${exampleYears.department} 年度报告`,
  government: `人民政府 ${exampleYears.government} 年度报告`,
  trial: `部门 ${exampleYears.trial} 年度报告（试行格式）`,
};

/** A severity as pages and settings know it: `错误 error`. */
function named(severity: Severity): string {
  return `${severityNames[severity]} ${severity}`;
}

/** Path of a code's page from the project's root. */
function pagePath(code: string): string {
  return `docs/rules/${code}.md`;
}

/** The pages of all finding codes, and their index: path from the project's root and content. */
export function rulePages(): readonly (readonly [path: string, content: string])[] {
  const sorted = sortedRules();
  return [[pagePath('README'), indexPage(sorted)], ...sorted.map((rule) => [pagePath(rule.code), page(rule)] as const)];
}

/** The part of `docs/domain.md` between these comments. */
const CODE_LIST = /(?<=<!-- codes: npm run generate -->\n)[\s\S]*(?=<!-- \/codes -->)/;

/** The page on the domain with all finding codes in English. */
export function withCodeList(old: string): string {
  const rows = sortedRules().map(
    ({ code, severity, summary }) => `| [${code}](rules/${code}.md) | ${severity} | ${summary} |`,
  );
  return old.replace(CODE_LIST, () =>
    ['', '| Code | Severity | Found |', '| --- | --- | --- |', ...rows, '', ''].join('\n'),
  );
}

/** All rules in the order of their codes. */
function sortedRules(): readonly Rule[] {
  return [...rules].sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
}

function indexPage(sorted: readonly Rule[]): string {
  const rows = sorted.map(
    ({ code, severity, title, summary }) => `| [${code}](${code}.md) | ${title} | ${named(severity)} | ${summary} |`,
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

function page({ code, severity, title, summary, why, basis, howToFix, examples }: Rule): string {
  return [
    `# ${code}　${title}`,
    '',
    `> ${summary}`,
    '',
    `默认级别：${named(severity)}`,
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
    howToFix,
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
