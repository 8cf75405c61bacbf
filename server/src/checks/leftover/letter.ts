import { letterEnd, letterLine, letterTitle, publishing, salutation, sending } from '../../format/leftovers.ts';
import { officialTitle } from '../../format/phrases.ts';
import type { Report } from '../../report/model.ts';
import { narrowText, prefaceOf, spanIn } from '../../report/reading/prose.ts';
import { yearIn } from '../../report/reading/title.ts';
import { squeeze } from '../../text/fold.ts';
import { backLines, deleted, frontLines, type Line, type Piece } from './piece.ts';

/** What a letter or an issued paper says around a report. */
export function letterPieces(report: Report): readonly Piece[] {
  return [...titles(report), ...salutations(report), ...sent(report), ...endings(report)];
}

/** The title of a letter becomes the report's, where there is none yet; a second one goes. */
function titles(report: Report): readonly Piece[] {
  let titled = frontLines(report).some(({ start, end, text }) => {
    const { title } = report;
    return (
      title !== undefined && title.span.start <= start && end <= title.span.end && !letterTitle.test(squeeze(text))
    );
  });
  return frontLines(report).flatMap((line) => {
    const match = letterTitle.exec(squeeze(line.text));
    if (match === null) return [];
    const piece = titled ? deleted(report, line) : renamed(report, line, match);
    titled = true;
    return [piece];
  });
}

function renamed({ year, body }: Report, { start, end }: Line, match: RegExpExecArray): Piece {
  const span = { start, end };
  const named = yearIn(match[2] ?? '') ?? year;
  return { span, edit: named === undefined ? undefined : { span, text: officialTitle(match[1] ?? body, named) } };
}

function salutations(report: Report): readonly Piece[] {
  return frontLines(report)
    .filter(({ text }) => salutation.test(squeeze(text)) || salutation.test(text))
    .map((line) => deleted(report, line));
}

/** `现将……报送如下` (is sent up as follows). */
function sent(report: Report): readonly Piece[] {
  return prefaceOf(report).flatMap((paragraph) =>
    [...narrowText(paragraph.text).matchAll(sending)].map(({ 0: word, index }) => {
      const span = spanIn(paragraph, index, index + word.length);
      return { span, edit: { span, text: publishing } };
    }),
  );
}

function endings(report: Report): readonly Piece[] {
  return backLines(report).flatMap((line) => {
    if (letterLine.test(line.text)) return [deleted(report, line)];
    const words = letterEnd.exec(line.text)?.[1];
    return words === undefined ? [] : [deleted(report, { start: line.end - words.length, end: line.end })];
  });
}
