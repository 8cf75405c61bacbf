import { formatOf } from '../format/formats.ts';
import { insertSection, officialHeading, placeOf } from '../render/section.ts';
import type { Report, Section } from '../report/model.ts';
import type { Span } from '../text/span.ts';
import { type Check, type Finding, finding, type Rule } from './check.ts';

const sectionMissingRule: Rule = {
  code: 'section-missing',
  severity: 'error',
  title: '缺少必备部分',
  summary: '',
  why: '',
  basis: '',
  mend: '',
  examples: [],
};

const sectionDuplicateRule: Rule = {
  code: 'section-duplicate',
  severity: 'error',
  title: '部分重复',
  summary: '',
  why: '',
  basis: '',
  mend: '',
  examples: [],
};

const sectionOrderRule: Rule = {
  code: 'section-order',
  severity: 'error',
  title: '部分顺序不对',
  summary: '',
  why: '',
  basis: '',
  mend: '',
  examples: [],
};

/** section-missing, section-duplicate, section-order: the six official sections, each once and in order. */
export const checkSections: Check = { rules: [sectionMissingRule, sectionDuplicateRule, sectionOrderRule], run };

function* run(report: Report): Iterable<Finding> {
  const regular = report.sections.filter((section) => section.role === 'regular');
  for (const format of formatOf(report.format).sections) {
    if (report.sections.some((section) => section.format.number === format.number)) continue;
    const heading = officialHeading(format);
    const before = regular.findLast((section) => section.format.number < format.number);
    const after = regular.find((section) => section.format.number > format.number);
    const where =
      before !== undefined ? `“${before.heading}”之后` : after !== undefined ? `“${after.heading}”之前` : '正文中';
    yield finding(sectionMissingRule, {
      message: `缺少“${heading}”，应补在${where}。`,
      span: before?.headingSpan ?? after?.headingSpan ?? report.title?.span ?? firstLine(report),
      fixes: () => [
        { title: `补上“${heading}”`, edits: [insertSection(report, format)], preferred: true, safe: false },
      ],
    });
  }
  for (const section of report.sections) {
    if (section.role === 'doubled') yield doubled(section, report);
    if (section.role === 'displaced') yield displaced(section, report);
  }
}

function firstLine(report: Report): Span {
  return { start: 0, end: report.lines.end(0) };
}

function doubled(section: Section, report: Report): Finding {
  const first = report.sections.find(
    (other) => other.role === 'regular' && other.format.number === section.format.number,
  );
  return finding(sectionDuplicateRule, {
    message: `“${section.heading}”重复，全文只应有一处，请删去或合并。`,
    span: section.headingSpan,
    related: first === undefined ? [] : [{ span: first.headingSpan, message: '另一处在这里' }],
  });
}

function displaced(section: Section, report: Report): Finding {
  const after = report.sections.find(
    (other) => other.role === 'regular' && other.format.number > section.format.number,
  );
  const where = after === undefined ? '正文最后' : `“${after.heading}”之前`;
  return finding(sectionOrderRule, {
    message: `“${section.heading}”位置不对，应移到${where}。`,
    span: section.headingSpan,
    related: after === undefined ? [] : [{ span: after.headingSpan, message: '应移到本节之前' }],
    fixes: () => {
      const text = report.text.slice(section.span.start, section.span.end);
      const to = placeOf(report, section.format.number);
      const ended = /[\r\n]$/.test(text) ? text : `${text}\n`;
      return [
        {
          title: `移到${where}`,
          edits: [
            { span: section.span, text: '' },
            { span: { start: to, end: to }, text: ended },
          ],
          preferred: true,
          safe: false,
        },
      ];
    },
  });
}
