import * as fc from 'fast-check';
import { type FormatId, formatOfYear } from '../../server/src/format/formats.ts';
import { toChinese } from '../../server/src/text/numeral.ts';
import { leads, others, overview, prefaces, problems } from './prose.ts';
import { type Tables, tablesArb } from './values.ts';

/** A section of a report before it is written: its heading with the numeral, its paragraphs, none of them a table. */
export interface ReportSection {
  readonly number: number;
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** A report as its drafter means it; a layout makes a text of it. */
export interface BalancedReport {
  readonly format: FormatId;
  readonly year: number;
  readonly body: string;
  /** The title's lines. */
  readonly title: readonly string[];
  readonly contents: 'none' | 'plain' | 'pages';
  readonly preface: readonly string[];
  readonly sections: readonly ReportSection[];
  readonly tables: Tables;
  readonly signature: readonly string[];
}

/** Titles as published reports have them; `B` is the body, `N` the year. */
const titles: readonly (readonly string[])[] = [
  ['BN年政府信息公开工作年度报告'],
  ['N年B政府信息公开工作年度报告'],
  ['BN年度政府信息公开工作年度报告'],
  ['B政府信息公开工作N年度报告'],
  ['B政府信息公开工作年度报告（N年度）'],
  ['BN年度政府信息公开工作报告'],
  ['BN年信息公开年报'],
  ['B关于N年度政府信息公开情况的报告'],
  ['B N 年政府信息公开工作年度报告'],
  ['B', 'N年政府信息公开工作年度报告'],
  ['B', 'N年', '政府信息公开工作年度报告'],
  ['BN 年', '政府信息公开工作年度报告'],
];

const bodyArb = fc
  .tuple(
    fc.constantFrom('青岚市', '云溪县', '临泽省', '柳塘区', '松岭自治州'),
    fc.constantFrom(
      '人民政府',
      '人民政府办公室',
      '人民政府办公厅',
      '人民政府外事办公室',
      '教育局',
      '发展和改革委员会',
      '自然资源和规划局',
      '住房和城乡建设厅',
      '政务服务中心',
    ),
  )
  .map(([place, office]) => place + office);
const otherBodyArb = fc.constantFrom(
  '青岚市柳塘区白鹭湖街道办事处',
  '云溪县石门镇人民政府',
  '南浦经济技术开发区管理委员会',
  '国家税务总局青岚市税务局',
);

function paragraphsArb(pool: readonly string[], year: number): fc.Arbitrary<string[]> {
  return (
    fc
      .subarray([...pool], { minLength: 1 })
      // A sub-heading alone is not what a section says.
      .map((lines) =>
        lines.every((line) => !line.includes('。'))
          ? [...lines, pool.find((line) => line.includes('。')) ?? '']
          : lines,
      )
      .map((lines) => lines.map((line) => line.replaceAll('N', String(year))))
  );
}

const poolOf: Readonly<Record<number, readonly string[]>> = { 1: overview, 5: problems, 6: others };

function sectionsArb(year: number): fc.Arbitrary<ReportSection[]> {
  const sections = formatOfYear(year).sections.map((section) => {
    const wording = fc.oneof(
      { weight: 6, arbitrary: fc.constant(section.title) },
      { weight: 1, arbitrary: fc.constantFrom(section.title, ...section.aliases) },
    );
    const pool = poolOf[section.number];
    const tabled = fc.oneof(
      { weight: 5, arbitrary: fc.constant<string[]>([]) },
      { weight: 1, arbitrary: paragraphsArb(leads, year) },
    );
    return fc.record({ wording, paragraphs: pool === undefined ? tabled : paragraphsArb(pool, year) }).map(
      ({ wording: title, paragraphs }): ReportSection => ({
        number: section.number,
        heading: `${toChinese(section.number)}、${title}`,
        paragraphs,
      }),
    );
  });
  return fc.tuple(...sections);
}

/** A title in one of the customary forms; `…人民政府` and `政府信息公开` are written as one where they meet. */
function titleOf(form: readonly string[], body: string, year: number): string[] {
  return form.map((line) =>
    line.replaceAll('N', String(year)).replaceAll('B', body).replaceAll('人民政府政府信息', '人民政府信息'),
  );
}

function signatureOf(body: string, year: number, kind: number): string[] {
  if (kind === 0) return [];
  const date = `${year + 1}年1月${10 + kind}日`;
  return kind === 1 ? [date] : [body, date];
}

/** Random reports of some years, each in its year's format, in which every relation of tables 3 and 4 holds. */
export function reportsOf(...years: readonly number[]): fc.Arbitrary<BalancedReport> {
  return fc.constantFrom(...years).chain((year) => {
    const { id: format } = formatOfYear(year);
    return fc
      .record({
        body: fc.oneof({ weight: 4, arbitrary: bodyArb }, { weight: 1, arbitrary: otherBodyArb }),
        form: fc.constantFrom(...titles),
        contents: fc.constantFrom<BalancedReport['contents'][]>('none', 'none', 'none', 'plain', 'pages'),
        preface: fc.subarray([...prefaces]),
        sections: sectionsArb(year),
        tables: tablesArb(format),
        signed: fc.nat(3),
      })
      .map(({ body, form, contents, preface, sections, tables, signed }) => ({
        format,
        year,
        body,
        title: titleOf(form, body, year),
        contents,
        preface: preface.map((line) => line.replaceAll('N', String(year))),
        sections,
        tables,
        signature: signatureOf(body, year, signed),
      }));
  });
}

/** Reports in both formats and of all report years. */
export const reportArb = reportsOf(2019, 2020, 2021, 2022, 2023, 2024, 2025);
