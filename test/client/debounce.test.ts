import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { debounced } from '../../client/src/debounce.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('does the work once what it is about has rested, and again after the next change', () => {
  const work = vi.fn(async () => {});
  const { schedule } = debounced(100, work);
  for (let i = 0; i < 3; i++) {
    schedule();
    vi.advanceTimersByTime(99);
  }
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledTimes(1);
  schedule();
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledTimes(2);
});

it('does nothing any more once it is disposed of', () => {
  const work = vi.fn(async () => {});
  const { schedule, dispose } = debounced(100, work);
  schedule();
  dispose();
  vi.advanceTimersByTime(1000);
  expect(work).not.toHaveBeenCalled();
});

it('passes over work that fails', async () => {
  const { schedule } = debounced(100, () => Promise.reject(new Error('not there')));
  schedule();
  await vi.advanceTimersByTimeAsync(100);
});
