import { expect } from 'vitest'
import type { Ended } from '../support/run-node.ts'

/** One line on stderr, and exit code 1. */
export function expectRefusal({ code, stderr }: Ended, line: RegExp): void {
  expect(stderr).toMatch(line)
  expect(stderr).toMatch(/^[^\n]+\n$/)
  expect(code).toBe(1)
}
