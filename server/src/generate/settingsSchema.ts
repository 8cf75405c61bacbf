import { rules } from '../analysis/rules.ts';
import { levels } from '../analysis/settings/config.ts';
import { codes, type Rule } from '../checks/check.ts';

/** Rules in the order of their codes. */
const sorted: readonly Rule[] = [...rules].sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));

/** Texts of the manifest that are made of the rules, by their keys. */
type Texts = Readonly<Record<string, string>>;

const englishTexts: Texts = {
  'setting.rules':
    'Levels of the finding codes; "off" is not checked. What a `nianbao.config.json` in a folder says goes before it.',
  ...Object.fromEntries(sorted.map(({ code, severity, summary }) => [`rule.${code}`, `${summary} (${severity})`])),
};

const chineseTexts: Texts = {
  'setting.rules': '各检查项的级别，off 为不检查。文件夹中的 nianbao.config.json 优先。',
  ...Object.fromEntries(sorted.map(({ code, severity, title }) => [`rule.${code}`, `${title}（默认 ${severity}）`])),
};

/** The schema of `nianbao.config.json`, by which editors complete and validate it. */
export function configSchema(): unknown {
  const globs = (description: string) => ({ type: 'array', items: { type: 'string' }, description });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'nianbao.config.json',
    description:
      '年报校核的设置，对所在文件夹及其下各级文件夹有效。 Settings of Nianbao for a folder and all folders in it.',
    type: 'object',
    additionalProperties: false,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      rules: { $ref: '#/definitions/rules' },
      exclude: globs('不检查的文件或文件夹（通配符）。 Globs of files and folders that are not checked.'),
      overrides: {
        type: 'array',
        description: '对部分文件另设级别，后面的优先。 Other levels for some files; later ones go before.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files', 'rules'],
          properties: { files: globs('通配符。 Globs.'), rules: { $ref: '#/definitions/rules' } },
        },
      },
      ignore: {
        type: 'array',
        description: '不再提示的单个问题。 Single findings that are not shown.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['code', 'fingerprint'],
          properties: {
            file: {
              type: 'string',
              description: '文件名或相对路径；不写则不限文件。 Name or relative path of the file.',
            },
            code: { enum: sorted.map(({ code }) => code), description: '检查项代码。 Finding code.' },
            fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$', description: '问题的指纹。 Its fingerprint.' },
            note: { type: 'string', description: '说明，供人阅读。 A note for readers.' },
          },
        },
      },
    },
    definitions: {
      rules: {
        type: 'object',
        description: '各检查项的级别，off 为不检查。 Levels of the finding codes; off is not checked.',
        additionalProperties: false,
        properties: Object.fromEntries(
          sorted.map(({ code, severity, title, summary }) => [
            code,
            { enum: levels, default: severity, description: `${title}。 ${summary}` },
          ]),
        ),
      },
    },
  };
}

/** The manifest with the setting `nianbao.rules`, a property a code. */
export function withRulesSetting(manifest: string): string {
  const value = JSON.parse(manifest);
  value.contributes.configuration.properties['nianbao.rules'] = {
    type: 'object',
    default: {},
    scope: 'resource',
    markdownDescription: '%setting.rules%',
    additionalProperties: false,
    properties: Object.fromEntries(
      sorted.map(({ code, severity }) => [
        code,
        { type: 'string', enum: levels, default: severity, description: `%rule.${code}%` },
      ]),
    ),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The texts of the manifest in a language, those of the rules written anew. */
export function withRuleTexts(texts: string, language: 'english' | 'chinese'): string {
  const others = Object.entries(JSON.parse(texts)).filter(
    ([key]) => key !== 'setting.rules' && !key.startsWith('rule.'),
  );
  const made = language === 'english' ? englishTexts : chineseTexts;
  return `${JSON.stringify({ ...Object.fromEntries(others), ...made }, null, 2)}\n`;
}
