import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { Problem } from '../../shared/problems.ts';

const idempotencyKey = z.uuid();

/**
 * The key of a write: the header `Idempotency-Key`, or for a PUT that makes a thing the thing's id.
 * @throws Problem invalid-input when a needed key is missing or no UUID
 */
export function keyFrom(req: Request, thingId?: string): string {
  const parsed = idempotencyKey.safeParse(req.get('Idempotency-Key') ?? thingId);
  if (!parsed.success)
    throw new Problem('invalid-input', {
      errors: [{ path: 'Idempotency-Key', message: 'a UUID that is new for each write' }],
    });
  return parsed.data;
}

/** The key of a thing that has no id of its own, such as the publication of a version: made from what it belongs to. */
export function keyOfPart(of: string, id: string): string {
  const digest = createHash('sha256').update(`${of}/${id}`).digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
