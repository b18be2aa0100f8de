import type { ZodType } from 'zod';
import { PROBLEMS } from '../../shared/problems.ts';
import { noteServerTime } from './clock.ts';
import { offlineProblem, ProblemError, problemFrom, problemOf } from './problem-error.ts';

export type WriteMethod = 'POST' | 'PUT' | 'DELETE';
export interface SendOptions {
  /** The Idempotency-Key; a fresh one when left out. Give one where the same wish may be sent twice. */
  key?: string;
}

/** Called when the server says that nobody is signed in, so that the session's query asks again. */
let onSignedOut: () => void = () => {};
export function whenSignedOut(tell: () => void): void {
  onSignedOut = tell;
}
/** Tells it: also the live connection learns that a session ended. */
export function tellSignedOut(): void {
  onSignedOut();
}

/** Reads JSON of a known shape. @throws ProblemError; `offline` when no answer came */
export async function getJson<T>(path: string, schema: ZodType<T>, signal?: AbortSignal): Promise<T> {
  return readAs(schema, await jsonOf(await ask(path, { signal })));
}

/** Reads text as it is: a version's canonical bytes are UTF-8 and hashed as they come. */
export async function getText(path: string, signal?: AbortSignal): Promise<string> {
  return (await ask(path, { signal })).text();
}

/** Reads bytes with their headers: the state of a draft. */
export async function getBytes(path: string, signal?: AbortSignal): Promise<{ bytes: Uint8Array; headers: Headers }> {
  const reply = await ask(path, { signal });
  return { bytes: new Uint8Array(await reply.arrayBuffer()), headers: reply.headers };
}

/** Writes once: the same key gives the same answer. A FormData body goes as it is, everything else as JSON. */
export async function send(
  method: WriteMethod,
  path: string,
  body?: unknown,
  options: SendOptions = {},
): Promise<unknown> {
  const headers: Record<string, string> = { 'Idempotency-Key': options.key ?? crypto.randomUUID() };
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
  const reply = await ask(path, { method, headers, body: isForm ? body : JSON.stringify(body) });
  return jsonOf(reply);
}

/** Writes, and reads the answer as a known shape. */
export async function sendFor<T>(
  schema: ZodType<T>,
  method: WriteMethod,
  path: string,
  body?: unknown,
  options: SendOptions = {},
): Promise<T> {
  return readAs(schema, await send(method, path, body, options));
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  const reply = await fetch(path, { credentials: 'same-origin', ...init }).catch((failure: unknown) => {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw offlineProblem();
  });
  noteServerTime(reply.headers.get('date'));
  if (reply.ok) return reply;
  const problem = problemFrom(reply.status, await reply.json().catch(() => null));
  // The question itself who is signed in must not ask itself again.
  if (problem.slug === 'not-signed-in' && path !== '/api/session') onSignedOut();
  // A read has nothing but its address that could be wrong.
  throw init.method === undefined && problem.slug === 'invalid-input' ? problemOf('not-found') : problem;
}

/** The answer's JSON, or null where it has none (204). A cut answer counts as none at all. */
async function jsonOf(reply: Response): Promise<unknown> {
  const text = await reply.text().catch(() => {
    throw offlineProblem();
  });
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw problemOf('unexpected');
  }
}

function readAs<T>(schema: ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const unreadable = read.error.issues.slice(0, 3).map((issue) => issue.path.join('.'));
  // Status 0: the server answered, so asking again would bring the same.
  throw new ProblemError({ slug: 'unexpected', ...PROBLEMS.unexpected, status: 0, facts: { unreadable } });
}
