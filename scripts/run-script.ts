import { type ParseArgsConfig, parseArgs } from 'node:util'
import { AccordError, describeError } from '../src/errors.ts'

export const flag = { type: 'boolean', default: false } as const
export const helpFlag = { ...flag, short: 'h' } as const

/** What the script was told to do, as `parseArgs` of node:util has it. Throws an AccordError on what it doesn't know. */
export function readArguments<const Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config)
  } catch (error) {
    // Only the first sentence: what follows explains how to pass a dash as text.
    const [reason] = describeError(error).split(/[.\n]/u)
    throw new AccordError(`${reason}: see --help`)
  }
}

/** Throws an AccordError on a value that is none of the choices. */
export function checkChoice(option: string, value: string | undefined, choices: readonly string[]): void {
  if (value !== undefined && !choices.includes(value))
    throw new AccordError(`${option} ${value} is none of ${choices.join(', ')}: see --help`)
}

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
