import type { z } from 'zod'
import { type ApiResponse, dotted, invalidBody } from '../wire.ts'

/** What zod found, in LINE's own words where they are known: "Must be one of the following values: [text, image]". */
export function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message
  if ('input' in issue && issue.input === undefined) return 'must be specified'
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected}`
    case 'invalid_value':
      return `Must be one of the following values: [${issue.values.join(', ')}]`
    case 'invalid_union':
      return 'invalid property'
    case 'unrecognized_keys':
      return `unknown property: ${issue.keys.join(', ')}`
    case 'too_small':
    case 'too_big':
      return issue.message.startsWith('Too ') ? sizeOf(issue) : issue.message
    default:
      return issue.message
  }
}

function sizeOf(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  return issue.code === 'too_small' ? `Must be at least ${issue.minimum}` : `Must be at most ${issue.maximum}`
}

/** Refuses a body for all that zod found in what stands at `place`. */
export function refuseBody({ issues }: z.ZodError, ...place: PropertyKey[]): ApiResponse {
  return invalidBody(
    issues.map((issue) => ({ message: describeIssue(issue), property: dotted([...place, ...issue.path]) })),
  )
}
