/** Work for a document that is put off while the document keeps changing. */
export interface Debounce {
  /** Does the work once the document has rested; the first time at once. */
  readonly schedule: (uri: string) => void;
  /** Forgets the document and what was scheduled for it. */
  readonly cancel: (uri: string) => void;
}

/**
 * Calls `work` for a document that has rested for a time.
 * @param delay milliseconds
 * @param work must not throw
 */
export function debounce(delay: number, work: (uri: string) => void): Debounce {
  const timers = new Map<string, ReturnType<typeof setTimeout> | undefined>();
  return {
    schedule: (uri) => {
      if (!timers.has(uri)) {
        timers.set(uri, undefined);
        work(uri);
        return;
      }
      clearTimeout(timers.get(uri));
      timers.set(
        uri,
        setTimeout(() => work(uri), delay),
      );
    },
    cancel: (uri) => {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
    },
  };
}
