import { salutation } from '../../format/leftovers.ts';

/** A line that is a title whole: `关于报送2025年度政府信息公开工作年度报告的函` (letter handing in the annual report of 2025). */
const TITLE = /^[^，。；：、《》]{4,60}信息公开[^，。；：、《》]{0,16}(?:报告|年报)(?:的函)?$/;

/** Whether two lines stand apart at the head of a letter or report: the first is its title, or the second says whom it is to. */
export function standApart(before: string, after: string): boolean {
  return TITLE.test(before.trim()) || salutation.test(after.trim());
}
