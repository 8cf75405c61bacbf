import type { FormatId } from './schema.ts';

/** A document that reports cite: its name and its number, as they are written in running text. */
export interface CitedDocument {
  /** Its name without 《》; 〈〉 for names inside it. */
  readonly name: string;
  /** The part of the name that tells it from all others and that short citations keep. */
  readonly core: string;
  readonly issuer: string;
  readonly year: number;
  readonly number: number;
}

/** 《条例》 as revised in 2019, and the decree of the former one. */
export const regulation = {
  name: '中华人民共和国政府信息公开条例',
  decree: '国务院令',
  number: 711,
  formerNumber: 492,
} as const;

const office = '国务院办公厅政府信息与政务公开办公室';

/** Name of the report format as the newest notice has it; the one on trial has `（试行）` behind it. */
export const formatName = '中华人民共和国政府信息公开工作年度报告格式';

/** The notice of each format. */
export const notices: Readonly<Record<FormatId, CitedDocument>> = {
  2019: {
    name: `${office}关于政府信息公开工作年度报告有关事项的通知`,
    core: '关于政府信息公开工作年度报告有关事项的通知',
    issuer: '国办公开办函',
    year: 2019,
    number: 60,
  },
  2021: {
    name: `${office}关于印发〈${formatName}〉的通知`,
    core: `关于印发〈${formatName}〉的通知`,
    issuer: '国办公开办函',
    year: 2021,
    number: 30,
  },
};

/** The rules on fees for voluminous applications, in force since 2021. */
export const feeRules: CitedDocument = {
  name: '政府信息公开信息处理费管理办法',
  core: '信息处理费管理办法',
  issuer: '国办函',
  year: 2020,
  number: 109,
};

/** A document's number as it is written: `国办公开办函〔2021〕30号`. */
export function numberOfDocument({ issuer, year, number }: CitedDocument): string {
  return `${issuer}〔${year}〕${number}号`;
}

/** A document as it is cited in full: `《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）`. */
export function citationOf(document: CitedDocument): string {
  return `《${document.name}》（${numberOfDocument(document)}）`;
}

/** Number of the decree as it is written: `国务院令第711号`. */
export const decreeNumber = `${regulation.decree}第${regulation.number}号`;

/** 《条例》 as it is cited in full. */
export const regulationCitation = `《${regulation.name}》（${decreeNumber}）`;

/** The format whose notice has that document number; undefined where none has. */
export function formatOfNotice(year: number, number: number): FormatId | undefined {
  if (year === notices[2019].year && number === notices[2019].number) return '2019';
  if (year === notices[2021].year && number === notices[2021].number) return '2021';
  return undefined;
}
