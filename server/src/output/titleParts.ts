import { displayWidth } from '../text/width.ts';

/** What of a title stays in one piece where it takes several lines: `2025年`, `政府信息公开`, `工作年度报告`. */
const PIECES = /^(.*?)(\d{4}\s?年度?)(政府信息公开|政务公开)?(.*)$/;

/**
 * A title in the pieces between which its lines may end, in their order: the body, the year, what it is about, what it
 * is. A title without a year is one piece.
 */
export function titleParts(title: string): readonly string[] {
  const [, ...parts] = PIECES.exec(title) ?? [];
  return parts.length === 0 ? [title] : parts.filter((part) => part !== undefined && part !== '');
}

/**
 * The lines of a title where a line has room for some full characters: two, the second from `政府信息公开` on, where one
 * is not enough; else it stays in one piece.
 */
export function titleLines(title: string, room: number): readonly string[] {
  const at = title.search(/(?<=\d{4}\s?年度?)(?:政府信息|政务)公开/);
  return at < 0 || displayWidth(title) <= 2 * room ? [title] : [title.slice(0, at), title.slice(at)];
}
