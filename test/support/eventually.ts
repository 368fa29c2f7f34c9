import { expect } from 'vitest'

/** Longer than anything a page does takes, even on a busy machine. */
const PATIENCE_MS = 10_000

/** Looks again and again until the expectation holds. */
export const eventually = <T>(look: () => T | Promise<T>) =>
  // oxlint-disable-next-line vitest/require-awaited-expect-poll -- handed to the caller, who awaits the assertion.
  expect.poll(look, { timeout: PATIENCE_MS, interval: 20 })
