import type { CitedDocument } from './schema.ts';

/** 《条例》 as revised in 2019, and the decree of the former one. */
export const regulation = {
  name: '中华人民共和国政府信息公开条例',
  decree: '国务院令',
  number: 711,
  formerNumber: 492,
} as const;

/** Name of the report format; an edition of it may have more behind it, as `（试行）`. */
export const formatName = '中华人民共和国政府信息公开工作年度报告格式';

/** A notice of the office that issues the formats: its name without the office, and its number `国办公开办函〔year〕number号`. */
export function officeNotice(core: string, year: number, number: number): CitedDocument {
  return { name: `国务院办公厅政府信息与政务公开办公室${core}`, core, issuer: '国办公开办函', year, number };
}

/** What a notice is called that issues an edition of the format: `关于印发〈…格式〉的通知`. */
export function issuing(edition = ''): string {
  return `关于印发〈${formatName}${edition}〉的通知`;
}

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
