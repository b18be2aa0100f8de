import { PROBLEMS, type ProblemFacts, type ProblemSlug } from '../../shared/problems.ts';

/** What a person meets: the server's slugs, and `offline` when no answer came at all. */
export type MetSlug = ProblemSlug | 'offline';

/** A refusal or a missing answer, in words that can be shown as they are. `facts` are the problem's own members. */
export class ProblemError extends Error {
  readonly slug: MetSlug;
  readonly title: string;
  readonly mend: string;
  readonly status: number;
  readonly facts: ProblemFacts;
  constructor(told: { slug: MetSlug; title: string; mend: string; status: number; facts?: ProblemFacts }) {
    super(told.title);
    this.name = 'ProblemError';
    this.slug = told.slug;
    this.title = told.title;
    this.mend = told.mend;
    this.status = told.status;
    this.facts = told.facts ?? {};
  }
}

/** Nobody answered: the network, or the server while it restarts. */
export function offlineProblem(): ProblemError {
  return new ProblemError({
    slug: 'offline',
    title: 'You are not connected.',
    mend: 'Nothing is lost. Try again when the connection comes back.',
    status: 0,
  });
}

/** A problem that this screen found by itself, with the words of the one table. */
export function problemOf(slug: ProblemSlug, facts: ProblemFacts = {}): ProblemError {
  return new ProblemError({ slug, ...PROBLEMS[slug], facts });
}

const surrounding = new Set(['type', 'title', 'status', 'detail', 'mend', 'instance']);

/** Reads problem details (RFC 9457); an answer that is none of ours becomes `unexpected` with its status. */
export function problemFrom(status: number, body: unknown): ProblemError {
  if (typeof body !== 'object' || body === null)
    return new ProblemError({ slug: 'unexpected', ...PROBLEMS.unexpected, status });
  const told = new Map(Object.entries(body));
  const slug = slugFrom(told.get('type'));
  const known = PROBLEMS[slug];
  const words = (name: string, otherwise: string) => {
    const value = told.get(name);
    return typeof value === 'string' && value !== '' ? value : otherwise;
  };
  const facts = Object.fromEntries([...told].filter(([name]) => !surrounding.has(name)));
  return new ProblemError({ slug, title: words('title', known.title), mend: words('mend', known.mend), status, facts });
}

function slugFrom(type: unknown): ProblemSlug {
  const slug = typeof type === 'string' ? type.slice(type.lastIndexOf('/') + 1) : '';
  return isSlug(slug) ? slug : 'unexpected';
}

function isSlug(word: string): word is ProblemSlug {
  return Object.hasOwn(PROBLEMS, word);
}
