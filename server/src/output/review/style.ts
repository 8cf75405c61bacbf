import { fonts, generic, sheetPage, sheetSizes as sizes } from '../officialType.ts';

function family(of: keyof typeof fonts): string {
  return [...fonts[of].map((name) => `"${name}"`), generic[of]].join(', ');
}

const margins = [sheetPage.top, sheetPage.right, sheetPage.bottom, sheetPage.left].map((side) => `${side}mm`).join(' ');

/** The number of a printed page: outside, as in the report itself. */
const pageNumber = `content: "— " counter(page) " —"; font: ${sizes.table}pt ${family('table')};`;

/**
 * The style sheet of review sheets and pictures: black on white, A4 in print. In an editor's panel it takes the
 * editor's colours. What is wrong is bold and underlined, never told by colour alone.
 */
export const pageStyle = `:root { color-scheme: light dark; }
* { box-sizing: border-box; }
html { background: var(--vscode-editor-background, #fff); color: var(--vscode-editor-foreground, #000); }
body { margin: 0; background: inherit; color: inherit; font: ${sizes.text}pt/1.5 ${family('table')}; overflow-wrap: anywhere; }
main { max-width: 180mm; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { margin: 0; font: normal ${sizes.title}pt/1.5 ${family('title')}; text-align: center; }
h2 { margin: 1.5em 0 0.4em; font: bold ${sizes.heading}pt/1.5 ${family('heading')}; }
h3 { margin: 1em 0 0.2em; font: bold ${sizes.text}pt/1.5 ${family('heading')}; }
p { margin: 0.3em 0; }
.subject { text-align: center; font-size: ${sizes.subject}pt; }
.verdict { margin: 0.6em 0; padding: 0.5em 0.8em; border: 2px solid; font-size: ${sizes.subject}pt; font-weight: bold; }
.note { margin-top: 1.5em; font-size: ${sizes.table}pt; }
table { width: 100%; margin: 0.3em 0 0.8em; border-collapse: collapse; font-size: ${sizes.table}pt; line-height: 1.4; }
caption { padding: 0.2em 0; text-align: left; font-size: ${sizes.table}pt; }
th, td { min-width: 3.4em; border: 1px solid; padding: 0.15em 0.4em; font-weight: normal; text-align: left; vertical-align: top; }
th[scope="row"] { min-width: 5em; }
thead th { font-weight: bold; white-space: nowrap; }
.fails > * { font-weight: bold; }
.fails > :last-child { text-decoration: underline; }
.summary .fails > :last-child { text-decoration: none; }
.unjudged > :last-child { font-style: italic; }
.sign th, .sign td { height: 12mm; vertical-align: middle; font-size: ${sizes.text}pt; }
.sign tbody th { width: 22%; }
.sign td:last-child { width: 32%; text-align: right; white-space: nowrap; }
figure { margin: 1em 0; }
figcaption { margin-bottom: 0.4em; font: bold ${sizes.subject}pt/1.5 ${family('heading')}; }
svg { display: block; width: 100%; height: auto; color: inherit; }
svg text { font-family: ${family('table')}; }
@page { size: A4; margin: ${margins}; }
@page :right { @bottom-right { ${pageNumber} } }
@page :left { @bottom-left { ${pageNumber} } }
@media print {
  :root { color-scheme: light; }
  html { background: #fff; color: #000; }
  main { max-width: none; padding: 0; }
  h1, h2, h3, caption, figcaption { break-after: avoid; }
  thead { display: table-header-group; }
  tbody tr:first-child { break-before: avoid; }
  tr, figure, .sign { break-inside: avoid; }
}`;
