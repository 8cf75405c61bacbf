import { legalText } from '../convert/legalText.ts';

/** A text as HTML, in content and in quoted attributes, without the characters that no page may hold. */
export function escapeHtml(text: string): string {
  return legalText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\u00a0', '&nbsp;');
}
