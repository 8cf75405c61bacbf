import { Tokenizer } from 'htmlparser2';

/** An element of a page. */
export interface Element {
  /** In small letters. */
  readonly name: string;
  readonly start: number;
  /** Offset behind its opening tag. */
  readonly inside: number;
}

/** Who is told of a page, in its order: every element that is opened is closed, the inner one first. */
export interface PageReader {
  readonly open: (element: Element) => void;
  /** Some text, entities resolved, and its place in the page. */
  readonly text: (data: string, start: number, end: number) => void;
  /** An element's end: where its content ends, and the offset behind its closing tag if it has one. */
  readonly close: (element: Element, contentEnd: number, end: number) => void;
}

/** Elements that hold nothing and have no closing tag. */
const VOID = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** The parts of a table that end where another of their rank begins. */
type Rank = 'group' | 'row' | 'cell';

const rankOf: ReadonlyMap<string, Rank> = new Map([
  ['thead', 'group'],
  ['tbody', 'group'],
  ['tfoot', 'group'],
  ['tr', 'row'],
  ['td', 'cell'],
  ['th', 'cell'],
]);

/** What a part of a rank ends when it begins: the others of its rank and what stands in them. */
const endedBy: Readonly<Record<Rank, readonly Rank[]>> = {
  cell: ['cell'],
  row: ['row', 'cell'],
  group: ['group', 'row', 'cell'],
};

/** Of a table, or of a page outside all tables, the places of what is open among all that is; -1 where nothing is. */
type Scope = Record<Rank | 'table', number>;

/**
 * Reads a page as a browser does, as far as text and tables go: closing tags may be left out, and one that closes nothing
 * says nothing; a cell, row or group of rows ends where the next one begins, whatever is open in it. Linear in the page,
 * however deep it nests.
 */
export function readPage(page: string, reader: PageReader): void {
  const stack = stackOf(reader);
  /** Offset behind what was told last. */
  let at = 0;
  let name = '';
  const skip = (_: number, end: number): void => {
    at = end + 1;
  };
  const open = (end: number): void => {
    stack.open({ name, start: at, inside: end + 1 }, VOID.has(name));
    at = end + 1;
  };
  const text = (data: string, end: number): void => {
    // Of a reference that is cut off, `&nbsp` at the end of a text, the end is told one too far.
    const behind = Math.min(end, page.length);
    reader.text(data, at, behind);
    at = behind;
  };
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => {
        at = start;
        text(page.slice(start, end), end);
      },
      ontextentity: (code, end) => text(String.fromCodePoint(code), end),
      onopentagname: (start, end) => {
        name = page.slice(start, end).toLowerCase();
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start, end) => {
        stack.close(page.slice(start, end).toLowerCase(), at, end + 1);
        at = end + 1;
      },
      oncomment: skip,
      oncdata: skip,
      ondeclaration: skip,
      onprocessinginstruction: skip,
      onattribdata: nothing,
      onattribend: nothing,
      onattribentity: nothing,
      onattribname: nothing,
      onend: nothing,
      isInForeignContext: () => false,
    },
  );
  tokenizer.write(page);
  tokenizer.end();
  stack.closeAll(page.length);
}

/** The elements that are open. Each tag touches the end of one list, so that depth costs nothing. */
function stackOf(reader: PageReader) {
  const open: Element[] = [];
  const scopes: Scope[] = [{ table: -1, group: -1, row: -1, cell: -1 }];
  /** How many elements of a name are open in each table and cell around this place: a closing tag reaches no further. */
  const counts: Map<string, number>[] = [new Map()];

  const scope = (): Scope => scopes.at(-1) ?? { table: -1, group: -1, row: -1, cell: -1 };
  const count = (name: string, by: number): void => {
    const inside = counts.at(-1);
    inside?.set(name, (inside.get(name) ?? 0) + by);
  };

  const push = (element: Element): void => {
    const rank = rankOf.get(element.name);
    const place = open.push(element) - 1;
    if (element.name === 'table') scopes.push({ table: place, group: -1, row: -1, cell: -1 });
    else if (rank !== undefined) scope()[rank] = place;
    else count(element.name, 1);
    if (element.name === 'table' || rank === 'cell') counts.push(new Map());
  };

  /** Closes all elements from a place on; the outermost has the closing tag. */
  const closeFrom = (place: number, contentEnd: number, end: number): void => {
    while (open.length > place) {
      const element = open.pop();
      if (element === undefined) return;
      const rank = rankOf.get(element.name);
      if (element.name === 'table' || rank === 'cell') counts.pop();
      if (element.name === 'table') scopes.pop();
      else if (rank === undefined) count(element.name, -1);
      else if (scope()[rank] === open.length) scope()[rank] = -1;
      reader.close(element, contentEnd, open.length === place ? end : contentEnd);
    }
  };

  /** The place of the innermost open element that a closing tag closes; -1 for one that closes nothing. */
  const closedBy = (name: string): number => {
    if (name === 'table') return scope().table;
    const rank = rankOf.get(name);
    if (rank !== undefined) return scope()[rank];
    return (counts.at(-1)?.get(name) ?? 0) > 0 ? open.findLastIndex((element) => element.name === name) : -1;
  };

  return {
    open: (element: Element, isVoid: boolean): void => {
      const rank = rankOf.get(element.name);
      const ended = rank === undefined ? [] : endedBy[rank].map((each) => scope()[each]).filter((place) => place >= 0);
      if (ended.length > 0) closeFrom(Math.min(...ended), element.start, element.start);
      reader.open(element);
      if (isVoid) reader.close(element, element.inside, element.inside);
      else push(element);
    },
    close: (name: string, start: number, end: number): void => {
      const place = closedBy(name);
      if (place >= 0) closeFrom(place, start, end);
      else if (name === 'p' || name === 'br') {
        // Without an opening tag they are shown all the same, as the end of a line.
        reader.open({ name, start, inside: end });
        reader.close({ name, start, inside: end }, end, end);
      }
    },
    closeAll: (end: number): void => closeFrom(0, end, end),
  };
}
