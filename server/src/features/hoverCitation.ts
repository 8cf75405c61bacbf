import { decreeNumber, feeRules, numberOfDocument, regulation } from '../format/citations.ts';
import { formatOf, formatOfYear } from '../format/formats.ts';
import { formatOfNotice } from '../format/notices.ts';
import type { CitedDocument } from '../format/schema.ts';
import { type Citation, citationsIn } from '../report/facts/citations.ts';
import type { Paragraph, Report } from '../report/model.ts';
import { spanIn } from '../report/reading/prose.ts';
import { type Span, touches } from '../text/span.ts';

/** A cited document at a place of the text: its full name and number. */
export interface CitedAt {
  readonly span: Span;
  readonly name: string;
  readonly number: string;
}

/** The law or notice that is cited at an offset, by name or number; undefined where none is. */
export function citationAt(report: Report, offset: number): CitedAt | undefined {
  const paragraph = report.paragraphs.find(({ stretches }) => stretches.some(({ span }) => touches(span, offset)));
  if (paragraph === undefined) return undefined;
  const found = [
    ...citationsIn(paragraph.text).flatMap((citation) => known(citation, paragraph, report)),
    ...laws(paragraph),
  ];
  return found.find(({ span }) => touches(span, offset));
}

function known(citation: Citation, paragraph: Paragraph, report: Report): CitedAt[] {
  const { name, number } = citation;
  const document = documentOf(citation, report);
  if (document === undefined) return [];
  const from = name?.from ?? (number === undefined ? 0 : number.issuerEnd - number.issuer.length);
  const to = number?.to ?? name?.to ?? from;
  return [{ span: spanIn(paragraph, from, to), name: document.name, number: numberOfDocument(document) }];
}

/** The document that a citation means: by its name, of notices of one name that of the number, else of the report year. */
function documentOf({ name, number }: Citation, { year }: Report): CitedDocument | undefined {
  if (name?.of === 'fees') return feeRules;
  const byNumber = number === undefined ? undefined : formatOfNotice(number.year, number.number);
  const meant = name?.of ?? (byNumber === undefined ? [] : [byNumber]);
  const ids = [byNumber, formatOfYear(year).id, ...meant];
  const id = ids.find((candidate) => candidate !== undefined && meant.includes(candidate));
  return id === undefined ? undefined : formatOf(id).notice;
}

/** 《条例》 by its name or its decree: `国务院令第711号`, `国务院令 第 711 号`. */
const LAW = /《(?:中华人民共和国)?政府信息公开条例》|《条例》|国务院令\s{0,2}第?\s{0,2}\d{3}\s{0,2}号/g;

function laws(paragraph: Paragraph): CitedAt[] {
  return [...paragraph.text.matchAll(LAW)].map(({ 0: words, index }) => ({
    span: spanIn(paragraph, index, index + words.length),
    name: regulation.name,
    number: decreeNumber,
  }));
}
