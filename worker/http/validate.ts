import type { z } from 'zod'
import { err, ok, type Result } from '../result.ts'
import type { PublicError } from './respond.ts'

/** Parses input against the contract; a failure names the field and, in our words, what is wrong with it. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Result<z.output<Schema>, PublicError> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  const field = fieldOf(issue)
  return err({
    code: 'bad_request',
    message:
      field === ''
        ? 'The request is not what the contract asks for.'
        : `${field} is not accepted: ${explain(issue)}.`,
    ...(field === '' ? {} : { field }),
  })
}

/** Where the mistake is; of fields nobody knows, the first. */
function fieldOf(issue: z.core.$ZodIssue | undefined): string {
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return [...(issue?.path ?? []), ...unknown].join('.')
}

/** The library's issue kinds in our words: its texts are not part of the contract. */
function explain(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'too_big':
      return `at most ${String(issue.maximum)}`
    case 'too_small':
      return `at least ${String(issue.minimum)}`
    case 'invalid_type':
      return `it must be of type ${issue.expected}`
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`
    case 'unrecognized_keys':
      return 'there is no such field'
    case 'invalid_format':
      return issue.message.startsWith('Invalid') ? 'it has the wrong form' : `expected ${issue.message}`
    case 'custom':
      return issue.message.startsWith('Invalid') ? 'it cannot be read' : `expected ${issue.message}`
    case 'invalid_union':
      // Only a union that is told apart by a name has a place of its own to point at.
      return issue.path.length > 0 && issue.discriminator !== undefined
        ? 'it is none of the kinds there are'
        : 'it cannot be read'
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case undefined:
      return 'it cannot be read'
  }
}
