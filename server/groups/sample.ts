import type { Request } from 'express';
import type { SamplePerson } from '../../shared/groups/contract.ts';
import type { PersonId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import { type Config, isLoopback } from '../base/config.ts';

/** The sample as the sign-in page offers it; nobody and null when it is withdrawn or was never made. */
export interface Sample {
  people: readonly (SamplePerson & { personId: PersonId })[];
  group: string | null;
}

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/**
 * Whether this request may become a sample person: it comes from this very machine to a server that is for
 * this machine alone. A proxy on the same machine would make everybody look local, so what was forwarded is refused.
 */
export function maySignInAsSample(req: Request, config: Pick<Config, 'databaseUrl' | 'publicUrl'>): boolean {
  const isPrivate =
    config.databaseUrl === null && (config.publicUrl === null || isLoopback(new URL(config.publicUrl).hostname));
  const isForwarded = FORWARDED.some((name) => req.headers[name] !== undefined);
  return isPrivate && !isForwarded && isLoopback(req.socket.remoteAddress ?? '');
}

/** @throws Problem sample-gone */
export function samplePersonOf(sample: Sample, slug: string): PersonId {
  const person = sample.people.find((each) => each.slug === slug);
  if (!person) throw new Problem('sample-gone');
  return person.personId;
}
