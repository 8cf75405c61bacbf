import type { Element } from 'domhandler';
import { DomUtils, Parser, parseDocument } from 'htmlparser2';

/** What is wrong with a page: tags that are opened and not closed or the reverse, ids that are there twice, references to none. */
export function faultsOf(page: string): string[] {
  // Shapes of SVG may close themselves.
  const html = page.replace(/<(path|rect)\b([^<>]*)\/>/g, '<$1$2></$1>');
  const faults: string[] = [];
  const ids: string[] = [];
  const references: string[] = [];
  const open: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name !== 'meta') open.push(name);
      if (attributes.id !== undefined) ids.push(attributes.id);
      references.push(...(attributes['aria-labelledby']?.split(' ') ?? []));
      references.push(...[...(attributes.fill ?? '').matchAll(/url\(#(.*?)\)/g)].map(([, id = '']) => id));
    },
    onclosetag: (name, implied) => {
      if (name === 'meta') return;
      if (implied || open.pop() !== name) faults.push(`<${name}> is not closed`);
    },
  });
  parser.end(html);
  // The parser passes over an end without a beginning: as many ends as beginnings must be written.
  const ends = html.match(/<\/[a-z]/g)?.length ?? 0;
  const begins = (html.match(/<[a-z]/g)?.length ?? 0) - (html.match(/<meta/g)?.length ?? 0);
  if (ends !== begins) faults.push(`${begins} tags begin, ${ends} end`);
  faults.push(...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `id ${id} is there twice`));
  faults.push(...references.filter((id) => !ids.includes(id)).map((id) => `there is no id ${id}`));
  return faults;
}

/** Every element of a page, or under an element, with one of the names. */
export function elements(within: string | Element, ...names: readonly string[]): Element[] {
  const root = typeof within === 'string' ? parseDocument(within) : within.children;
  return DomUtils.getElementsByTagName((name) => names.includes(name), root);
}

export function textOf(element: Element): string {
  return DomUtils.textContent(element);
}

/** The cells of the table with that caption, row by row without its header; undefined where there is none. */
export function rowsOf(html: string, caption: string): string[][] | undefined {
  const table = elements(html, 'table').find((each) => elements(each, 'caption').map(textOf)[0] === caption);
  if (table === undefined) return undefined;
  return elements(table, 'tbody')
    .flatMap((body) => elements(body, 'tr'))
    .map((row) => elements(row, 'th', 'td').map(textOf));
}

/** Names of what a page could run or load things with, and of the attributes that could. */
export function dangersOf(html: string): string[] {
  const all = DomUtils.getElementsByTagName(() => true, parseDocument(html));
  const names = all
    .map(({ name }) => name)
    .filter((name) => /^(?:script|img|iframe|object|embed|link|base|form|a|foreignobject|use|image)$/i.test(name));
  const attributes = all.flatMap(({ attribs }) =>
    Object.entries(attribs).filter(
      ([name, value]) => /^(?:on|src|href|style$|xlink)/i.test(name) || /script:/.test(value),
    ),
  );
  return [...names, ...attributes.map(([name]) => name)];
}
