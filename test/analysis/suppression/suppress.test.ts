import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../../server/src/analysis/analyze.ts';
import { extract } from '../../../server/src/analysis/extract.ts';
import { parseConfig } from '../../../server/src/analysis/settings/config.ts';
import { defaultOptions, type Options, resolveOptions } from '../../../server/src/analysis/settings/resolve.ts';
import { insertComment } from '../../../server/src/analysis/suppression/insertComment.ts';
import type { Code, Finding } from '../../../server/src/checks/check.ts';
import { applyEdits } from '../../../server/src/text/span.ts';
import { analyzed } from '../../support/check.ts';
import { rightReport } from '../../support/rightReports.ts';
import { runs } from '../../support/runs.ts';

type Language = 'markdown' | 'plaintext';

const right = rightReport('department', 'markdown');
const heading = '## 五、存在的主要问题及改进情况';
const row = /^\| 一、本年新收.*$/m.exec(right)?.[0] ?? '';

function codesOf(text: string, language?: Language, options?: Options): readonly Code[] {
  return analyzed(text, language, options).findings.map(({ code }) => code);
}

/** The right report with another text in one place. */
function withText(old: string, text: string): string {
  expect(right.split(old)).toHaveLength(2);
  return right.replace(old, () => text);
}

const wrongHeading = heading.replace('五、', '5、');
const wrongRow = row.replace('| 12 |', '| 19 |');
const wrong = withText(heading, wrongHeading).replace(row, () => wrongRow);

it('has faults to be suppressed', () => {
  expect(codesOf(wrong)).toEqual(expect.arrayContaining(['section-number', 'applications-unbalanced']));
});

describe('a comment', () => {
  it.each([
    ['above a line', '<!-- nianbao-disable-next-line section-number -->\n', ''],
    ['above an empty line', '<!-- nianbao-disable-next-line section-number -->\n\n', ''],
    ['for all codes', '<!-- nianbao-disable-next-line -->\n', ''],
    ['for several codes', '<!-- nianbao-disable-next-line section-title, section-number -->\n', '', 'silence-unused'],
    ['with a reason', '<!-- nianbao-disable-next-line section-number -- 上级要求 -->\n', ''],
    ['in a pile', '<!-- nianbao-disable-next-line section-number -->\n<!-- 送审稿 -->\n', ''],
    ['on the line', '', ' <!-- nianbao-disable-line section-number -->'],
    ['around', '<!-- nianbao-disable section-number -->\n\n', '\n\n<!-- nianbao-enable section-number -->'],
    ['around, ended for all', '<!-- nianbao-disable section-number -->\n\n', '\n\n<!-- nianbao-enable -->'],
    ['from here on', '<!-- nianbao-disable -->\n\n', ''],
    ['on several lines', '<!--\nnianbao-disable-next-line\nsection-number\n-->\n', ''],
  ])('suppresses: %s', (_, before, after, ...others) => {
    const text = withText(heading, `${before}${wrongHeading}${after}`);
    expect(codesOf(text)).toEqual(others);
    expect(codesOf(text.replaceAll('\n', '\r\n'))).toEqual(others);
  });

  it('suppresses up to where it is enabled again', () => {
    const text = withText(
      heading,
      `<!-- nianbao-disable -->\n\n<!-- nianbao-enable section-number -->\n\n${wrongHeading}`,
    );
    expect(codesOf(text)).toEqual(['silence-unused', 'section-number']);
  });

  it('at the top suppresses what is found at the top', () => {
    const untitled = right.replace(/^# .*\n/, '');
    const [code] = codesOf(untitled);
    expect(code).toBe('title-missing');
    expect(codesOf(`<!-- nianbao-disable title-missing -->\n${untitled}`)).toEqual([]);
    expect(codesOf(`<!-- nianbao-disable-next-line title-missing -->\n${untitled}`)).toEqual([]);
  });

  it('above a table suppresses in the whole table, between its rows the next one', () => {
    const table = right.slice(0, right.indexOf(row)).lastIndexOf('\n\n') + 2;
    const text = right.replace(row, () => wrongRow);
    const above = `${text.slice(0, table)}<!-- nianbao-disable-next-line applications-unbalanced -->\n${text.slice(table)}`;
    expect(codesOf(above)).toEqual([]);
    const between = text.replace(
      wrongRow,
      () => `<!-- nianbao-disable-next-line applications-unbalanced -->\n${wrongRow}`,
    );
    expect(codesOf(between)).toEqual([]);
    expect(extract(analyzed(between).report).tables).toEqual(extract(analyzed(text).report).tables);
  });

  it('suppresses in plain text as well', () => {
    const plain = rightReport('department', 'plaintext').replace('五、存在的', '5、存在的');
    expect(codesOf(plain, 'plaintext')).toEqual(['section-number']);
    expect(codesOf(`<!-- nianbao-disable section-number -->\n${plain}`, 'plaintext')).toEqual([]);
  });

  it('in a code block does nothing', () => {
    const text = withText(heading, `\`\`\`md\n<!-- nianbao-disable -->\n\`\`\`\n\n${wrongHeading}`);
    expect(codesOf(text)).toEqual(['section-number']);
  });

  it('that is never closed does nothing', () => {
    expect(codesOf(`${right}\n<!-- nianbao-disable`)).toEqual(codesOf(`${right}\n`));
  });

  it.each([
    ['nianbao-disable-nextline', 'nianbao-disable-next-line'],
    ['nianbao-disable-line periods', 'nianbao-disable-line period'],
    ['nianbao-disable-line PERIOD', 'nianbao-disable-line period'],
  ])('that is misspelt is a finding, with a fix: %s', (word, fixed) => {
    const text = withText(heading, `<!-- ${word} -->\n${heading}`);
    const [finding, ...others] = analyzed(text).findings;
    expect(others).toEqual([]);
    expect(finding?.code).toBe('silence-unknown');
    expect(applyEdits(text, finding?.fixes()[0]?.edits ?? [])).toContain(`<!-- ${fixed} -->`);
  });

  it('that is like nothing has no fix', () => {
    const [finding] = analyzed(withText(heading, `<!-- nianbao-disable-line xyz -->\n${heading}`)).findings;
    expect(finding?.code).toBe('silence-unknown');
    expect(finding?.fixes()).toEqual([]);
  });

  it('that is of no use is a finding whose fix takes it away', () => {
    const [finding] = analyzed(
      withText(heading, `<!-- nianbao-disable-next-line period citation -->\n${heading}`),
    ).findings;
    expect(finding?.code).toBe('silence-unused');
    const both = withText(heading, `<!-- nianbao-disable-next-line period section-number -->\n${wrongHeading}`);
    const [half] = analyzed(both).findings;
    expect(applyEdits(both, half?.fixes()[0]?.edits ?? [])).toContain(
      '<!-- nianbao-disable-next-line section-number -->',
    );
  });
});

describe('levels', () => {
  const at = (severities: Options['severities']): Options => ({ ...defaultOptions, severities });
  const text = withText(heading, wrongHeading);

  it('change, or take a finding away', () => {
    expect(analyzed(text, 'markdown', at({ 'section-number': 'hint' })).findings).toMatchObject([{ severity: 'hint' }]);
    expect(codesOf(text, 'markdown', at({ 'section-number': 'off' }))).toEqual([]);
  });

  it('that are off leave a comment its use', () => {
    const suppressed = withText(heading, `<!-- nianbao-disable-next-line section-number -->\n${wrongHeading}`);
    expect(codesOf(suppressed, 'markdown', at({ 'section-number': 'off' }))).toEqual([]);
  });

  it('hold for findings about comments', () => {
    const useless = withText(heading, `<!-- nianbao-disable-line period -->\n${heading}`);
    expect(codesOf(useless)).toEqual(['silence-unused']);
    expect(codesOf(useless, 'markdown', at({ 'silence-unused': 'off' }))).toEqual([]);
  });

  it('do not matter where a draft is excluded', () => {
    expect(analyze(text, 'markdown', { ...defaultOptions, excluded: true })).toEqual({ kind: 'other' });
  });
});

describe('a fingerprint', () => {
  const options = (entries: readonly object[]): Options => {
    const { config } = parseConfig(JSON.stringify({ ignore: entries }));
    return resolveOptions([{ folder: '/', config }], '/年报.txt');
  };
  const printOf = (analysis: Extract<Analysis, { kind: 'report' }>, code: Code): string => {
    const found = analysis.findings.find((finding) => finding.code === code);
    return (found === undefined ? undefined : analysis.fingerprintOf(found)) ?? '';
  };
  const code = 'applications-unbalanced';
  const fingerprint = printOf(analyzed(wrong), code);

  it('suppresses its finding alone', () => {
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
    const left = codesOf(wrong, 'markdown', options([{ code, fingerprint }]));
    expect(left).toEqual(codesOf(wrong).filter((other) => other !== code));
  });

  it.each([
    ['text before', (text: string) => text.replace('## 一、', '某句新加的话。\n\n## 一、')],
    ['spaces in its row', (text: string) => text.replace(wrongRow, () => wrongRow.replaceAll(' | ', '  |  '))],
    ['text behind', (text: string) => text.replace('2026年1月20日', '2026年1月21日')],
    ['a section taken out', (text: string) => text.replace(/## 二、[^#]*/, '')],
  ])('stays the same with %s', (_, change) => {
    const changed = change(wrong);
    expect(changed).not.toBe(wrong);
    expect(printOf(analyzed(changed), code)).toBe(fingerprint);
  });

  it('is another one when its own row changes', () => {
    const changed = wrong.replace(wrongRow, () => wrongRow.replace('| 19 |', '| 18 |'));
    expect(printOf(analyzed(changed), code)).not.toBe(fingerprint);
  });

  it('tells findings apart that are alike', () => {
    const twice = withText(
      '没有其他需要报告的事项。',
      `没有其他需要报告的事项。\n\n<!-- nianbao-disable-line xyz -->`,
    ).replace('2026年1月20日', '<!-- nianbao-disable-line xyz -->\n\n2026年1月20日');
    const analysis = analyzed(twice);
    const prints = analysis.findings.map((finding) => analysis.fingerprintOf(finding));
    expect(prints).toHaveLength(2);
    expect(new Set(prints).size).toBe(2);
  });

  it('that fits nothing in the file it is for is a finding', () => {
    const useless = { code, fingerprint: '0000000000000000' };
    expect(codesOf(right, 'markdown', options([useless]))).toEqual([]);
    expect(codesOf(right, 'markdown', options([{ ...useless, file: '年报.txt' }]))).toEqual(['silence-unused']);
    expect(codesOf(right, 'markdown', options([{ ...useless, file: '别的.txt' }]))).toEqual([]);
  });
});

describe('comments in random places', () => {
  const lines = wrong.split('\n');
  /** What the reader reads, places left out. */
  const read = (text: string): unknown => {
    const { report } = analyzed(text);
    const { sections, ...data } = extract(report);
    return {
      ...data,
      sections: sections.map(({ number, heading }) => ({ number, heading })),
      paragraphs: report.paragraphs.map((paragraph) => paragraph.text.trimEnd()),
      signature: report.signature?.date,
    };
  };

  it('change nothing that is read', () => {
    const before = read(wrong);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            line: fc.nat(lines.length - 1),
            comment: fc.constantFrom(
              '<!-- x -->',
              '<!-- nianbao-disable -->',
              '<!-- | 一、总体情况 | 12 | -->',
              '<!---->',
            ),
            own: fc.boolean(),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        (places) => {
          const copy = [...lines];
          for (const { line, comment, own } of places) {
            copy[line] = own ? `${comment}\n${copy[line]}` : `${copy[line]} ${comment}`;
          }
          expect(read(copy.join('\n'))).toEqual(before);
        },
      ),
      runs(150),
    );
  });

  it('may be made of anything', () => {
    const word = fc.constantFrom(
      '<!--',
      '-->',
      'nianbao-disable',
      'nianbao-enable',
      '-next-line',
      '-line',
      ' ',
      '\n',
      'period',
      '|',
    );
    fc.assert(
      fc.property(fc.nat(wrong.length), fc.array(word, { maxLength: 12 }), (at, words) => {
        const text = `${wrong.slice(0, at)}${words.join('')}${wrong.slice(at)}`;
        const analysis = analyze(text, 'markdown');
        const findings: readonly Finding[] = analysis.kind === 'report' ? analysis.findings : [];
        for (const finding of findings) {
          expect(finding.span.end).toBeLessThanOrEqual(text.length);
          if (finding.code.startsWith('silence-')) for (const { edits } of finding.fixes()) applyEdits(text, edits);
        }
      }),
      runs(150),
    );
  });
});

describe('a comment put in by the editor', () => {
  it.each([
    ['above a heading', withText(heading, wrongHeading), 'section-number', 'next-line'],
    ['at the end of a row of a table', right.replace(row, () => wrongRow), 'applications-unbalanced', 'disable-line'],
  ])('stands %s', (_, text, code, way) => {
    const { report, findings } = analyzed(text);
    const finding = findings.find((each) => each.code === code);
    if (finding === undefined) throw new Error('no finding');
    const suppressed = applyEdits(text, [insertComment(report, finding)]);
    expect(suppressed).toContain(`${way} ${code} -->`);
    expect(codesOf(suppressed)).toEqual(codesOf(text).filter((other) => other !== code));
  });

  it.each(readdirSync('samples').filter((name) => name.endsWith('.txt')))('suppresses each finding of %s', (name) => {
    const text = readFileSync(`samples/${name}`, 'utf8');
    const { report, findings } = analyzed(text);
    const count = (codes: readonly Code[], code: Code) => codes.filter((other) => other === code).length;
    for (const finding of findings) {
      const codes = codesOf(applyEdits(text, [insertComment(report, finding)]));
      expect(count(codes, finding.code)).toBeLessThan(codesOf(text).filter((code) => code === finding.code).length);
      expect(codes).not.toContain('silence-unused');
    }
  });

  it('is added to one that is there', () => {
    const text = withText(heading, `<!-- nianbao-disable-next-line period -->\n${wrongHeading}`);
    const { report, findings } = analyzed(text);
    const finding = findings.find(({ code }) => code === 'section-number');
    if (finding === undefined) throw new Error('no finding');
    expect(applyEdits(text, [insertComment(report, finding)])).toContain('disable-next-line period section-number -->');
  });
});
