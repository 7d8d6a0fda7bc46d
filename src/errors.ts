/** An error whose message is written for the person who runs Accord: what, which value, what to do. Shown without a stack. */
export class AccordError extends Error {
  override name = 'AccordError'
}

/** The message of anything thrown, with those of its causes behind it. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : ` (${describeError(error.cause)})`
  return error.message + cause
}
