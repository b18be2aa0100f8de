import type { StreamEvent } from '../../shared/events.ts';
import { newId } from '../../shared/ids.ts';
import type { PaperPage, PaperSummary } from '../../shared/papers/contract.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import type { VersionSummary } from '../../shared/versions/contract.ts';

export interface Reply<T> {
  status: number;
  body: T;
  headers: Headers;
}

/** Somebody at a browser, without the browser: a cookie and the API. */
export class Caller {
  constructor(
    readonly origin: string,
    readonly cookie: string,
  ) {}

  async call<T>(method: string, path: string, body?: unknown, key: string | null = newId()): Promise<Reply<T>> {
    const isWrite = method !== 'GET' && method !== 'HEAD';
    const reply = await fetch(`${this.origin}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        cookie: this.cookie,
        ...(isWrite && { origin: this.origin }),
        ...(isWrite && key !== null && { 'idempotency-key': key }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    const isJson = reply.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: reply.status,
      body: (isJson && text !== '' ? JSON.parse(text) : text) as T,
      headers: reply.headers,
    };
  }

  get<T>(path: string): Promise<Reply<T>> {
    return this.call<T>('GET', path);
  }

  /** A write that has to be taken. @throws Error with what the server said */
  async write(
    method: 'PUT' | 'POST' | 'DELETE',
    path: string,
    body?: unknown,
    key?: string | null,
  ): Promise<StreamEvent> {
    const reply = await this.call<StreamEvent>(method, path, body, key);
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  async papers(): Promise<PaperSummary[]> {
    return (await this.get<PaperSummary[]>('/api/papers')).body;
  }
  async paper(paperId: string): Promise<PaperPage> {
    return (await this.get<PaperPage>(`/api/papers/${paperId}`)).body;
  }
  async paragraphs(paperId: string): Promise<Paragraph[]> {
    return (await this.get<Paragraph[]>(`/api/papers/${paperId}/paragraphs`)).body;
  }
  async paragraph(paperId: string, label: string): Promise<Paragraph> {
    const found = (await this.paragraphs(paperId)).find((paragraph) => paragraph.address === label);
    if (!found) throw new Error(`the text has no ${label}`);
    return found;
  }
  async threads(paperId: string): Promise<Thread[]> {
    return (await this.get<{ threads: Thread[] }>(`/api/papers/${paperId}/threads`)).body.threads;
  }
  async versions(paperId: string): Promise<VersionSummary[]> {
    return (await this.get<VersionSummary[]>(`/api/papers/${paperId}/versions`)).body;
  }

  /** Opens a thread on a paragraph, on a quote in it if one is given. @returns its id */
  async opensThread(
    paperId: string,
    label: string | null,
    wish: { text?: string; quote?: string; mark?: 'ADD' | 'MOD' | 'SUP' | 'NOC'; wording?: string } = {},
  ): Promise<string> {
    const threadId = newId<string>();
    const paragraph = label === null ? null : await this.paragraph(paperId, label);
    await this.write('PUT', `/api/papers/${paperId}/threads/${threadId}`, {
      anchor: paragraph && {
        paragraphId: paragraph.id,
        ...(wish.quote && { quote: quoteIn(paragraph.text, wish.quote) }),
      },
      kind: 'substantive',
      text: wish.text ?? 'because of 7.2',
      ...(wish.mark && { proposal: { mark: wish.mark, text: wish.wording ?? '' } }),
    });
    return threadId;
  }

  /** Freezes the draft. @returns the version's id */
  async freezes(paperId: string, name: string): Promise<string> {
    const versionId = newId<string>();
    await this.write('PUT', `/api/papers/${paperId}/versions/${versionId}`, { name });
    return versionId;
  }
}

/** A quote of these words where they first stand in the text. */
export function quoteIn(text: string, exact: string): { exact: string; prefix: string; suffix: string; start: number } {
  const start = text.indexOf(exact);
  if (start < 0) throw new Error(`“${exact}” is not in the paragraph`);
  const end = start + exact.length;
  return { exact, start, prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32) };
}

/** Signs in as a person of the sample. */
export async function signedInAs(origin: string, slug: string): Promise<Caller> {
  const reply = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ as: slug }),
  });
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  if (reply.status !== 200) throw new Error(`signing in as ${slug}: ${reply.status} ${await reply.text()}`);
  return new Caller(origin, cookie);
}
