import { labelShares } from '../../format/tableParts.ts';
import { fonts, generic, page, sizes } from '../officialType.ts';

function family(of: keyof typeof fonts): string {
  return [...fonts[of].map((name) => `"${name}"`), generic[of]].join(', ');
}

/** The number of a printed page: outside, a character from the edge (GB/T 9704). */
const pageNumber = `content: "— " counter(page) " —"; font: ${sizes.pageNumber}pt ${family('table')};`;

/** The style sheet of an exported page: a readable column on screens of any width, A4 pages by GB/T 9704 in print. */
export const htmlStyle = `:root { color-scheme: light; }
* { box-sizing: border-box; }
html { background: #fff; color: #000; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; font: ${sizes.text}pt/1.75 ${family('text')}; overflow-wrap: anywhere; }
main { max-width: ${page.width - page.left - page.right}mm; margin: 0 auto; padding: 2rem 1rem; }
h1 { margin: 0 0 1.5em; font: normal ${sizes.title}pt/1.6 ${family('title')}; text-align: center; text-wrap: balance; word-break: keep-all; }
h2 { margin: 0; font: normal ${sizes.text}pt/1.75 ${family('heading')}; text-indent: 2em; }
h3 { margin: 0; font: normal ${sizes.text}pt/1.75 ${family('subheading')}; text-indent: 2em; }
p { margin: 0; text-align: justify; text-indent: 2em; }
.signature { padding-right: 2em; text-align: right; text-indent: 0; }
p:not(.signature) + .signature, .table + .signature { margin-top: 1.75em; }
.table { margin: 1em 0; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font: ${sizes.table}pt/1.4 ${family('table')}; overflow-wrap: break-word; }
.disclosure, .applications, .litigation { table-layout: fixed; }
${labelShares.map((share, i) => `.applications col:nth-child(${i + 1}) { width: ${100 * share}%; }`).join('\n')}
.wide { font-size: ${sizes.narrowTable}pt; }
th, td { border: 1px solid #000; padding: 0.25em 0.2em; font-weight: normal; text-align: center; text-wrap: balance; vertical-align: middle; }
th[scope="row"] { text-align: left; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 40rem) {
  body, h2, h3 { font-size: 13pt; }
  h1 { font-size: 16pt; }
  table { min-width: 34rem; }
}
@page { size: A4; margin: ${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm; }
@page :right { @bottom-right { ${pageNumber} margin-right: ${sizes.pageNumber}pt; } }
@page :left { @bottom-left { ${pageNumber} margin-left: ${sizes.pageNumber}pt; } }
@media print {
  body, h2, h3 { line-height: ${sizes.line}pt; }
  body { orphans: 2; widows: 2; }
  main { max-width: none; margin: 0; padding: 0; }
  h1 { line-height: ${sizes.titleLine}pt; }
  h1, h2, h3 { break-after: avoid; break-inside: avoid; }
  .table { margin: 0.4em 0; overflow: visible; }
  .wide th, .wide td { padding-block: 0.1em; }
  thead { display: table-header-group; }
  tr, .disclosure, .wide { break-inside: avoid; }
  .signature { break-before: avoid; }
}`;
