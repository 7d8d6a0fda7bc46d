import { AccordError, describeError } from '../src/errors.ts'

/** Runs a script to its end. What went wrong in a way that its user can mend is one line on standard error, and exit code 1. */
export async function runScript(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof AccordError)) throw error
    process.stderr.write(`${describeError(error)}\n`)
    process.exitCode = 1
  }
}
