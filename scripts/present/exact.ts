import * as v from 'valibot'

/** What a schema makes of a body; undefined where it does not fit, or says more than the schema knows. */
export function parseExact<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, body)
  return result.success && hasOnly(body, result.output) ? result.output : undefined
}

/** Names that every object inherits, such as `__proto__` and `constructor`, are for no schema one too many. */
function hasOnly(body: unknown, known: unknown): boolean {
  if (typeof known !== 'object' || known === null || Array.isArray(known)) return true
  return (
    !Array.isArray(body) &&
    Object.entries(body as object).every(
      ([key, value]) => Object.hasOwn(known, key) && hasOnly(value, known[key as keyof typeof known]),
    )
  )
}
