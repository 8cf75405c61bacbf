import type { Analysis } from '../../server/src/analysis/analyze.ts';
import type { Report } from '../../server/src/report/model.ts';
import { applyEdits, type Span } from '../../server/src/text/span.ts';

/** Every place that a reading names, with what it is the place of. */
export function placesOf(report: Report): { readonly what: string; readonly span: Span }[] {
  const places: { what: string; span: Span }[] = [
    { what: 'body end', span: { start: report.bodyEnd, end: report.bodyEnd } },
  ];
  if (report.title !== undefined) places.push({ what: 'title', span: report.title.span });
  for (const section of report.sections) {
    places.push({ what: 'heading', span: section.headingSpan }, { what: 'section', span: section.span });
  }
  for (const table of Object.values(report.tables)) {
    places.push({ what: 'table', span: table.span });
    for (const row of table.rows) {
      places.push({ what: 'label', span: row.label });
      for (const cell of row.cells) places.push({ what: 'cell', span: cell.span });
      for (const { cell } of row.values) if (cell !== undefined) places.push({ what: 'value', span: cell.span });
    }
    for (const cell of table.grid.flat()) places.push({ what: 'grid cell', span: cell.span });
    for (const { span } of [...table.faults.extraRows, ...table.faults.doubledRows])
      places.push({ what: 'fault', span });
    for (const { span } of table.faults.extraColumns) places.push({ what: 'extra column', span });
  }
  return places;
}

function checkSpan(what: string, { start, end }: Span, length: number): void {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > length) {
    throw new Error(`${what} at ${start}…${end} is no place in ${length} characters`);
  }
}

function checkOrder(what: string, starts: readonly number[]): void {
  starts.forEach((start, i) => {
    if (start < (starts[i - 1] ?? 0)) throw new Error(`${what} are out of order: ${starts.join(', ')}`);
  });
}

/** Throws where an analysis names a place outside the text, or puts places in a wrong order, or edits overlap. */
export function checkPlaces(text: string, analysis: Analysis): void {
  if (analysis.kind === 'other') return;
  const { report, findings } = analysis;
  for (const { what, span } of placesOf(report)) checkSpan(what, span, text.length);
  checkOrder(
    'headings',
    report.sections.map((section) => section.headingSpan.start),
  );
  for (const section of report.sections) {
    const inside = section.span.start <= section.headingSpan.start && section.headingSpan.end <= section.span.end;
    if (!inside) throw new Error(`section ${section.format.number} does not hold its heading`);
    if (text.slice(section.headingSpan.start, section.headingSpan.end).trim() === '')
      throw new Error('an empty heading');
  }
  for (const table of Object.values(report.tables)) {
    for (const { values, cells } of table.rows) {
      checkOrder(
        'cells',
        cells.map((cell) => cell.span.start),
      );
      for (const { cell } of values) {
        // Columns may stand in another order than the official one, but nowhere else than in their table.
        const inside =
          cell === undefined ||
          cell.text === '' ||
          (cell.span.start >= table.span.start && cell.span.end <= table.span.end);
        if (!inside) throw new Error('a value stands outside its table');
      }
    }
  }
  checkOrder(
    'findings',
    findings.map((finding) => finding.span.start),
  );
  for (const finding of findings) {
    checkSpan(finding.code, finding.span, text.length);
    for (const related of finding.related) checkSpan(`${finding.code}, related`, related.span, text.length);
    for (const fix of finding.fixes()) {
      for (const edit of fix.edits) checkSpan(`${finding.code}, edit`, edit.span, text.length);
      applyEdits(text, fix.edits);
    }
  }
}
