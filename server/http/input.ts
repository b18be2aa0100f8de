import type { ZodError, ZodType, z } from 'zod';
import { Problem } from '../../shared/problems.ts';

/** What the wire brought, as the schema says it is. @throws Problem invalid-input, naming each field */
export function readInput<Schema extends ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const read = schema.safeParse(value);
  if (!read.success) throw invalidInput(read.error);
  return read.data;
}

/** Which fields are wrong and why; never the values, which may be somebody's words. */
export function invalidInput(error: ZodError): Problem {
  const errors = error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
  return new Problem('invalid-input', { errors });
}
