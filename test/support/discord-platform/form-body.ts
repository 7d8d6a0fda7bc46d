import type { z } from 'zod'
import { ApiError, type ErrorTree } from './api-error.ts'

/** Discord's name for a rule that a zod issue of kind `custom` broke. */
export function broken(code: string, message: string, path: PropertyKey[] = []) {
  return { code: 'custom' as const, message, params: { code }, path }
}

/**
 * The body as the schema reads it. Throws 50035 with the tree of errors:
 * https://docs.discord.com/developers/reference#error-messages. `under` is where the body stands in what was sent.
 */
export function parseForm<T extends z.ZodType>(schema: T, body: unknown, under: readonly string[] = []): z.output<T> {
  const parsed = schema.safeParse(body, { reportInput: true })
  if (parsed.success) return parsed.data
  throw formError(
    parsed.error.issues.map((issue) => ({ path: [...under, ...issue.path.map(String)], ...describe(issue) })),
  )
}

/** 50035 for what is wrong at each path. */
export function formError(problems: readonly { path: readonly string[]; code: string; message: string }[]): ApiError {
  const errors: ErrorTree = {}
  for (const { path, code, message } of problems) {
    let at = errors
    for (const key of path) {
      at[key] ??= {}
      at = at[key] as ErrorTree
    }
    at._errors = [...((at._errors as { code: string; message: string }[] | undefined) ?? []), { code, message }]
  }
  return new ApiError(400, 50_035, 'Invalid Form Body', { errors })
}

function describe(issue: z.core.$ZodIssue): { code: string; message: string } {
  switch (issue.code) {
    case 'custom':
      return { code: String(issue.params?.code ?? 'BASE_TYPE_INVALID'), message: issue.message }
    case 'invalid_type':
      if (issue.input === undefined) return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
      return {
        code: `${issue.expected.toUpperCase()}_TYPE_CONVERT`,
        message: `Value is not of type ${issue.expected}.`,
      }
    case 'too_big':
      if (issue.origin === 'string' || issue.origin === 'array')
        return { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` }
      return { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${issue.maximum}.` }
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array')
        return { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` }
      return { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${issue.minimum}.` }
    case 'invalid_value':
      return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of (${issue.values.map(String).join(', ')}).` }
    case 'invalid_union':
      return { code: 'UNION_TYPE_CHOICES', message: 'Value of field "type" must be one of those allowed here.' }
    case 'invalid_format':
      return { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' }
    default:
      return { code: 'BASE_TYPE_INVALID', message: issue.message }
  }
}
