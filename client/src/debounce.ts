/** Work that is put off as long as what it is about keeps changing. */
export interface Debounced {
  /** Does the work once nothing has been scheduled for a time. */
  readonly schedule: () => void;
  /** Forgets what was scheduled. */
  readonly dispose: () => void;
}

/**
 * Puts work off until it has rested.
 * @param delay milliseconds
 * @param work what it rejects with is passed over: the next change does it again
 */
export function debounced(delay: number, work: () => Promise<void>): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const dispose = (): void => clearTimeout(timer);
  return {
    schedule: () => {
      dispose();
      timer = setTimeout(() => {
        work().catch(() => undefined);
      }, delay);
    },
    dispose,
  };
}
