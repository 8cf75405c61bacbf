import { notOwn, selfNames } from '../../format/bodies.ts';
import { isGovernment } from '../../report/facts/body.ts';
import type { Report } from '../../report/model.ts';
import { spanIn } from '../../report/reading/prose.ts';
import type { Span } from '../../text/span.ts';

/** `我局`, `我县`; not inside quotes and names. */
const OWN = /(?<![“‘《自])我(街道|[局委厅镇乡市县区])/g;

/** Words by which a text speaks of its body or place that do not fit the name in the title, each with its places. */
export function unfitSelves({ paragraphs }: Report, name: string): ReadonlyMap<string, readonly Span[]> {
  const wrong = unfit(name);
  const found = new Map<string, Span[]>();
  if (wrong.size === 0) return found;
  for (const paragraph of paragraphs) {
    if (!paragraph.text.includes('我')) continue;
    for (const { 0: word, 1: kind = '', index } of paragraph.text.matchAll(OWN)) {
      const next = paragraph.text.charAt(index + word.length);
      if (!wrong.has(kind) || (next !== '' && notOwn[kind]?.includes(next) === true)) continue;
      found.set(word, [...(found.get(word) ?? []), spanIn(paragraph, index, index + word.length)]);
    }
  }
  return found;
}

/** A place in a name: `青澜县`, `长河区`; not the 市 (city) of 城市, 市场, the 区 (district) of 社区. */
const PLACES = /(?<![城都社园小校景片地])(?:市(?![场政民容])|县(?!域)|区(?![域划]))/g;

/** What a body with such a name does not call itself or its place. */
function unfit(name: string): ReadonlySet<string> {
  const selves = selfNames.find(({ ends }) => ends.test(name))?.not ?? [];
  const own = new Set(name.match(PLACES) ?? []);
  // A department may speak of its city, a name without a place tells none.
  const places = own.size === 0 || /自治|特区/.test(name) ? [] : isGovernment(name) ? ['市', '县', '区'] : ['县', '区'];
  return new Set([...selves, ...places.filter((place) => !own.has(place))]);
}
