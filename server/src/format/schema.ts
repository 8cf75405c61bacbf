/**
 * The vocabulary of the official formats. One official term has one English name, here and nowhere else:
 *
 * | 术语 | identifier |
 * | --- | --- |
 * | 政府信息公开工作年度报告 | report |
 * | 报告年度（数据所属年份） | year |
 * | 主动公开政府信息情况（表二） | disclosure |
 * | 收到和处理政府信息公开申请情况（表三） | applications |
 * | 政府信息公开行政复议、行政诉讼情况（表四） | litigation |
 * | 规章、行政规范性文件 | regulation, normative |
 * | 行政许可、其他对外管理服务事项 | licensing, otherService |
 * | 行政处罚、行政强制 | penalty, coercion |
 * | 行政事业性收费、政府集中采购 | fee, procurement |
 * | 本年新收、上年结转、结转下年度继续办理 | new, carriedIn, carriedOut |
 * | 予以公开、部分公开、不予公开、无法提供、不予处理、其他处理 | granted, partial, withheld, unavailable, unprocessed, other |
 * | 自然人、法人或其他组织 | natural, organisation |
 * | 行政复议、未经复议直接起诉、复议后起诉 | review, direct, afterReview |
 * | 结果维持、结果纠正、其他结果、尚未审结 | upheld, corrected, other, pending |
 * | 勾稽关系 | relation |
 */

/** The three statutory tables, in the order of their sections 2, 3 and 4. */
export type TableId = 'disclosure' | 'applications' | 'litigation';

/** Number of an official section. */
export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6;

/** What a value cell may hold: 件 or 项 as integer ≥ 0, a signed integer, or 万元 as decimal ≥ 0. */
export type ValueKind = 'count' | 'change' | 'money';

/** An official filling-in note, with the clause or text it rests on. */
export interface Note {
  readonly text: string;
  readonly source: string;
}

/**
 * One label of a table's header tree; a leaf is a row or a column of values, a node with children spans them. Heads of
 * the same id are the same in all formats: conversions and comparisons go by it.
 */
export interface Head {
  /** That of a row under a group: the group's, a dot and its number, as `other.3`. */
  readonly id: string;
  /** The official wording, numeral included. */
  readonly label: string;
  /** Other wordings that real reports use and that are not faults. */
  readonly aliases?: readonly string[];
  /** Wordings that are known faults of the official one. */
  readonly misspellings?: readonly string[];
  readonly note?: Note;
  readonly children?: readonly Head[];
  /** Kind of the values under a column; `count` where nothing is said. */
  readonly kind?: ValueKind;
  /** What a column counts, where formats print it in the same place and count something else: no number is carried over. */
  readonly measure?: string;
  /** Of the rows that a format splits another one's row into: the one that takes what is not known to be of the others. */
  readonly rest?: true;
}

/** A run of rows under one header: table 2 is several of them, tables 3 and 4 are one each. */
export interface TableBlock {
  readonly id: string;
  /** Full-width caption row, as `第二十条第（一）项`. */
  readonly caption?: Head;
  /** Text of the corner cell over the row labels. */
  readonly corner?: Head;
  readonly rows: readonly Head[];
  readonly columns: readonly Head[];
}

/**
 * A balancing relation (勾稽关系). Of `columns`: it holds in every column, between rows; of `rows`: in every row,
 * between columns. The left cells add up to the right ones; `total` is the cell that a failure is shown on.
 */
export interface Relation {
  /** Prefix of its equations' ids, as `applications.identity` of `applications.identity.natural`. */
  readonly id: string;
  readonly of: 'columns' | 'rows';
  /** Ids of rows or columns; that of a group stands for the leaves under it that are not on the right. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly total: string;
  /** What officials call relations of its kind: 行合计. */
  readonly title: string;
  /** What it says: as it is printed, or of a sum what the parts and the total are called. */
  readonly says: string | { readonly parts: string; readonly total: string };
}

/** A statutory table. */
export interface TableFormat {
  readonly id: TableId;
  readonly section: SectionNumber;
  /** How drafters call it: 表二, 表三, 表四. */
  readonly name: string;
  readonly blocks: readonly TableBlock[];
  /** Damaged captions, as one that lost its number: a block begins, but which one is not known. */
  readonly ruins?: readonly Head[];
  readonly relations: readonly Relation[];
}

/** An official section. */
export interface SectionFormat {
  readonly number: SectionNumber;
  /** The official wording without its numeral. */
  readonly title: string;
  /** What must stand under it, in Chinese. */
  readonly contents: string;
  /** Customary wordings (domain: published reports of 2019–2025). */
  readonly aliases: readonly string[];
  readonly table?: TableId;
  /** What is written under a heading that had to be inserted; a bracketed 请填写 marks what is still to be said. */
  readonly starter?: string;
  /** Whether it states what was taken in as 信息处理费. */
  readonly statesFees?: true;
  /** Characters that it should not exceed, in principle. */
  readonly longest?: number;
}

/** A document that reports cite: its name and its number, as they are written in running text. */
export interface CitedDocument {
  /** Its name without 《》; 〈〉 for names inside it. */
  readonly name: string;
  /** The part of the name that tells it from documents of other kinds and that short citations keep. */
  readonly core: string;
  readonly issuer: string;
  readonly year: number;
  readonly number: number;
}

/** An official format: all that the program knows of it. */
export interface FormatData {
  /** Its name in `extract` and in the names of snippets; public, so it never changes. */
  readonly id: string;
  /** The notice that issued it. */
  readonly notice: CitedDocument;
  /** What its name has behind the name that all formats share, as `（试行）`; empty where there is nothing. */
  readonly edition: string;
  /** The first report year that it is for; it is in force up to the next format's. */
  readonly firstYear: number;
  /** Report years in which bodies were only encouraged to use it. */
  readonly encouragedIn: readonly number[];
  /** Whether it prescribes the aspects that section one treats. */
  readonly prescribesAspects: boolean;
  /** What its tables changed against the format before, in Chinese; empty for the first one. */
  readonly changes: string;
  /** The six sections in their order. */
  readonly sections: readonly SectionFormat[];
  /** The three tables in their order. */
  readonly tables: readonly TableFormat[];
}
