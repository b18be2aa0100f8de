import type { ErrorRequestHandler, Request } from 'express';
import type { Logger } from 'pino';
import { ZodError } from 'zod';
import { newId } from '../../shared/ids.ts';
import { PROBLEMS, Problem } from '../../shared/problems.ts';
import { sqlState } from '../base/database.ts';
import { invalidInput } from './input.ts';

/** A problem on the wire (RFC 9457, section 3), with how to mend it and the facts of its slug. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  mend: string;
  [fact: string]: unknown;
}

const SECONDS_TO_WAIT = 2;

/**
 * The states in which PostgreSQL has done nothing and may do it in a moment: a lock not given, a statement cut
 * short, a deadlock or a serialisation failure that five tries did not resolve, no connection free, just starting.
 */
const BUSY_STATES = new Set(['55P03', '57014', '40P01', '40001', '53300', '57P03', 'ECONNREFUSED']);

/** PostgreSQL keeps no NUL, neither in text nor in JSON; what brought one has changed nothing. */
const UNSTORABLE_STATES = new Set(['22021', '22P05']);

/** Answers every rejection of a route: with its problem, or as unexpected, logged once with a reference. */
export function problemReply(log: Pick<Logger, 'error'>): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const problem = problemFrom(error) ?? unexpected(log, error, req);
    const details = problemDetails(problem);
    const { retryAfter } = problem.facts;
    if (typeof retryAfter === 'number') res.set('Retry-After', String(retryAfter));
    res.status(details.status).type('application/problem+json').send(JSON.stringify(details));
  };
}

/** How a problem is said to whoever asked; sockets use it as well. */
export function problemDetails(problem: Problem): ProblemDetails {
  return { ...problem.facts, type: `/problems/${problem.slug}`, ...PROBLEMS[problem.slug] };
}

/** The problem that an error means, or null when it is a fault of ours. */
export function problemFrom(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError) return invalidInput(error);
  const state = sqlState(error) ?? '';
  if (BUSY_STATES.has(state)) return new Problem('busy', { retryAfter: SECONDS_TO_WAIT });
  if (UNSTORABLE_STATES.has(state)) return invalid('A text holds a character that cannot be kept (NUL).');
  return unreadable(error);
}

/** What Express and its body parser refuse: an address or a body that cannot be read, or too much of it. */
function unreadable(error: unknown): Problem | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  if (error.status === 413) return new Problem('too-large');
  if (error.status < 400 || error.status >= 500) return null;
  return invalid(error instanceof URIError ? 'The address cannot be read.' : 'The body cannot be read.');
}

function invalid(message: string): Problem {
  return new Problem('invalid-input', { errors: [{ path: '', message }] });
}

/** The log gets where and what, but no address with its keys, no body, and no rows: those may hold a draft. */
function unexpected(log: Pick<Logger, 'error'>, error: unknown, req: Request): Problem {
  const reference = newId<string>().slice(0, 8);
  log.error({ reference, method: req.method, path: req.baseUrl + req.path, error: outlineOf(error) }, 'unexpected');
  return new Problem('unexpected', { reference });
}

function outlineOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const table = 'table' in error ? error.table : undefined;
  const constraint = 'constraint' in error ? error.constraint : undefined;
  return {
    name,
    message,
    state: sqlState(error),
    table,
    constraint,
    stack,
    ...(cause ? { cause: outlineOf(cause) } : {}),
  };
}
