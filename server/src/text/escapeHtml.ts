import { legalText } from './legalText.ts';

/** A text as text of a page, or as the value of an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return legalText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\u00a0', '&nbsp;');
}
