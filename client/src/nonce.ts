/** A word that nobody can guess, for the policy of a page: only what bears it is loaded. */
export function nonceOf(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
