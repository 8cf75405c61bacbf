/** Chinese text and what follows it, a space between them where that begins with a Latin letter: `转为 Markdown 表格`. */
export function followedBy(text: string, next: string): string {
  return /^[A-Za-z]/.test(next) ? `${text} ${next}` : text + next;
}
