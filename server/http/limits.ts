import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { json, type RequestHandler } from 'express';
import { Problem } from '../../shared/problems.ts';
import { onlyRow, type Tx } from '../base/database.ts';

/** Bodies in JSON, 256 kB at most. Who takes more (files, pasted text) reads the body itself. */
export const jsonBody: RequestHandler = json({ limit: 256 * 1024 });

export interface Rate {
  /** What is counted, in a word. */
  what: string;
  /** Who is counted: a person's id, an address. Stored as a hash only. */
  who: string;
  limit: number;
  seconds: number;
}

/**
 * Counts one more, in the database, so that the limit holds across instances. At most `limit` fall into any
 * stretch of `seconds`; what is refused is not counted, so waiting always helps.
 * @param pool not a transaction: what was tried stays counted when the deed fails
 * @throws Problem too-many with `retryAfter` in seconds
 */
export async function withinRate(pool: Tx, { what, who, limit, seconds }: Rate): Promise<void> {
  const hash = createHash('sha256').update(`${what}\n${who}`).digest('hex');
  const { rows } = await pool.query<{ counted: boolean; retry_after: number }>(COUNT, [what, hash, limit, seconds]);
  const { counted, retry_after: retryAfter } = onlyRow(rows);
  if (!counted) throw new Problem('too-many', { retryAfter });
}

/** Who sends, for rates: an IPv4 address, or the network of an IPv6 one, since a household has 2^64 of those. */
export function networkOf(address: string | undefined): string {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('%', 1).join('').split('::');
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  const network = [...front, ...zeros, ...back].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

/** Forgets the counts that no limit needs any more. */
export async function sweepRates(pool: Tx): Promise<void> {
  await pool.query('delete from rate_counts where needed_until < clock_timestamp()');
}

/** One statement: the row is locked by the conflict, so two at once are counted one after the other. */
const COUNT = `
  insert into rate_counts as r (what, who, instants, needed_until, counted)
  values ($1, $2, array[clock_timestamp()], clock_timestamp() + make_interval(secs => $4), true)
  on conflict (what, who) do update set (instants, needed_until, counted) = (
    select case when count(t) < $3 then array_agg(t order by t) || clock_timestamp() else array_agg(t order by t) end,
           clock_timestamp() + make_interval(secs => $4), count(t) < $3
      from unnest(r.instants) t where t > clock_timestamp() - make_interval(secs => $4))
  returning counted, greatest(1, ceil(extract(epoch from instants[1] - clock_timestamp()) + $4))::int as retry_after`;
