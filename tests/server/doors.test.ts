import type { Express } from 'express';
import { type Route, SURFACE } from '../../server/surface.ts';
import type { MemberRole } from '../../shared/groups/contract.ts';
import {
  mayInGroup,
  mayOnPaper,
  PAPER_RIGHTS,
  PAPER_STATES,
  type PaperState,
  STANDINGS,
  type Standing,
} from '../../shared/groups/rights.ts';
import { newId } from '../../shared/ids.ts';
import { type Cast, castOf } from '../support/cast.ts';
import { Caller } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let callers: Cast['callers'];
let papers: Cast['papers'];
let groupId: string;

beforeAll(async () => {
  server = await startServer();
  ({ callers, papers, groupId } = await castOf(server));
});
afterAll(() => server.stop());

/** Every path that the router really answers under /api. */
function routesOf(app: Express): string[] {
  interface Layer {
    route?: { path: string; methods: Record<string, boolean> };
    handle?: { stack?: Layer[] };
    matchers?: unknown[];
  }
  const found: string[] = [];
  const walk = (layers: readonly Layer[], prefix: string): void => {
    for (const layer of layers) {
      if (layer.route) {
        const path = layer.route.path.startsWith('/api') ? layer.route.path : `${prefix}${layer.route.path}`;
        for (const [method, on] of Object.entries(layer.route.methods))
          if (on) found.push(`${method.toUpperCase()} ${path}`);
      } else if (layer.handle?.stack) walk(layer.handle.stack, '/api');
    }
  };
  walk((app as unknown as { router: { stack: Layer[] } }).router.stack, '');
  return found;
}
const outside = new Set([
  'GET /api/healthz',
  'GET /api/metrics',
  'GET /api/public.css',
  'GET /api/icon.svg',
  'GET /api/fonts/:file',
  'GET /api/problems/:slug',
  'GET /api/p/:symbol',
  'GET /api/p/:symbol/:number.json',
  'GET /api/p/:symbol/:number',
  'GET /api/p/:symbol/:number/paragraphs/:paragraphId',
  'GET /{*path}',
]);

test('P10 every route has a row in the table of doors, and every row is a route', () => {
  const routes = routesOf(server.app).filter((route) => !outside.has(route));
  expect(routes.sort()).toEqual(SURFACE.map((row) => `${row.method} ${row.path}`).sort());
});

test('P10 every right of the table is used by a route', () => {
  const used = new Set(SURFACE.flatMap((row) => (row.door.kind === 'paper' ? [row.door.deed] : [])));
  const elsewhere = ['text.edit', 'thread.open-for-others'];
  expect(Object.keys(PAPER_RIGHTS).filter((deed) => !used.has(deed as never))).toEqual(elsewhere);
});

/** A well-formed body for each write, so that only the right decides. Where the right is there, nothing is sent but `{}`. */
const BODIES: Record<string, unknown> = {
  '/api/papers/:paperId': { symbol: 'X/1', title: 'X', language: 'en' },
  '/api/papers/:paperId/withdrawal': { reason: 'x' },
  '/api/papers/:paperId/drafters': { memberIds: [] },
  '/api/papers/:paperId/threads/:threadId': { anchor: null, kind: 'general', text: 'x' },
  '/api/papers/:paperId/threads/:threadId/comments/:commentId': { text: 'x' },
  '/api/papers/:paperId/threads/:threadId/position': { stance: 'supports' },
  '/api/papers/:paperId/threads/:threadId/withdrawal': { withdrawn: true },
  '/api/papers/:paperId/threads/:threadId/comments/:commentId/withdrawal': { withdrawn: true },
  '/api/papers/:paperId/threads/:threadId/disposition': { answer: 'noted', rationale: 'x' },
  '/api/papers/:paperId/threads/:threadId/applications/:applicationId': { seen: 'x' },
  '/api/papers/:paperId/rounds/:roundId': { closesAt: '2099-01-01T00:00:00Z' },
  '/api/papers/:paperId/versions/:versionId': { name: 'X' },
  '/api/papers/:paperId/restorations/:restorationId': { versionId: newId(), reason: 'x' },
  '/api/papers/:paperId/reasons/:reasonId': { older: newId(), newer: null, paragraphId: 'x', text: 'x' },
  '/api/versions/:versionId/publication': { hash: '0'.repeat(64) },
};
const forPapers = SURFACE.filter((row) => row.door.kind === 'paper');

test('P10 every write on a paper has a well-formed request here', () => {
  expect(Object.keys(BODIES).sort()).toEqual(
    forPapers
      .filter((row) => row.method !== 'GET')
      .map((row) => row.path)
      .sort(),
  );
});

async function knock(caller: Caller, row: Route, paperId: string, version: string, body: unknown): Promise<number> {
  const path = row.path
    .replace(':paperId', paperId)
    .replace(':groupId', groupId)
    .replace(/:(versionId|a)\b/, row.path.startsWith('/api/papers') ? newId<string>() : version)
    .replace(':b', 'draft')
    .replace(':format', 'json')
    .replace(/:[A-Za-z]+/g, () => newId<string>());
  return (await caller.call(row.method, path, row.method === 'GET' ? undefined : body)).status;
}

test.each(PAPER_STATES.map((state) => [state]))(
  'P10 on a paper that is %s, each door opens to whom the table says and to nobody else',
  async (state) => {
    const secretariat = callers.get('secretariat') as Caller;
    const paperId = papers.get(state) ?? '';
    const version = (await secretariat.versions(paperId)).at(-1)?.id;
    const before = JSON.stringify((await secretariat.get(`/api/papers/${paperId}/events?since=0`)).body);
    const surprises: string[] = [];
    const rows = forPapers.filter((row) => version !== undefined || !row.path.startsWith('/api/versions'));
    for (const standing of STANDINGS) {
      for (const row of rows) {
        if (row.door.kind !== 'paper') continue;
        const may = mayOnPaper(standing, state, row.door.deed);
        const status = await knock(
          callers.get(standing) as Caller,
          row,
          paperId,
          version ?? '',
          may ? {} : BODIES[row.path],
        );
        const expected = expectedOf(standing, state, row, may);
        if (!expected.includes(status))
          surprises.push(`${standing} ${row.method} ${row.path}: ${status}, expected ${expected.join(' or ')}`);
      }
    }
    expect(surprises).toEqual([]);
    expect(JSON.stringify((await secretariat.get(`/api/papers/${paperId}/events?since=0`)).body)).toBe(before);
  },
);

function expectedOf(standing: Standing, state: PaperState, row: Route, may: boolean): number[] {
  if (row.path.includes('export') && state === 'published') return [200];
  if (may) return row.method === 'GET' ? [200, ...(row.path.includes(':paragraphId') ? [404] : [])] : [400];
  if (!mayOnPaper(standing, state, 'paper.read')) return [404];
  return state === 'withdrawn' ? [409] : [403];
}

test('P10 doors of the group open by role, and to strangers not at all', async () => {
  const roles = new Map<Standing, MemberRole | null>([
    ['stranger', null],
    ['administrator', null],
    ['observer', 'observer'],
    ['delegate', 'delegate'],
    ['focalPoint', 'delegate'],
    ['drafter', 'delegate'],
    ['chair', 'chair'],
    ['secretariat', 'secretariat'],
  ]);
  const wishes: [Route['method'], string, unknown, Parameters<typeof mayInGroup>[1]][] = [
    ['GET', `/api/groups/${groupId}`, undefined, 'group.read'],
    [
      'PUT',
      `/api/groups/${groupId}/organisations/:id`,
      { name: `Organisation ${newId()}`, kind: 'academia' },
      'organisation.add',
    ],
    [
      'PUT',
      `/api/groups/${groupId}/invitations/:id`,
      { email: 'x@sample.invalid', name: 'X', role: 'delegate', organisationId: newId() },
      'member.invite',
    ],
    ['PUT', `/api/groups/${groupId}/members/:id`, { role: 'delegate', organisationId: newId() }, 'member.change'],
    ['DELETE', `/api/groups/${groupId}/members/:id`, undefined, 'member.change'],
    ['DELETE', `/api/groups/${groupId}/invitations/:id`, undefined, 'member.invite'],
  ];
  const surprises: string[] = [];
  for (const [method, path, body, deed] of wishes) {
    for (const [standing, role] of roles) {
      const { status } = await (callers.get(standing) as Caller).call(
        method,
        path.replace(':id', newId<string>()),
        body,
      );
      const may = mayInGroup(role, deed);
      const isAsExpected = may
        ? [200, 201, 400, 404, 409].includes(status) && status !== 403
        : status === (role === null ? 404 : 403);
      if (!isAsExpected) surprises.push(`${standing} ${method} ${path}: ${status}`);
    }
  }
  expect(surprises).toEqual([]);
});

test('P10 nobody who is not signed in gets past a door that asks who they are', async () => {
  const nobody = new Caller(server.origin, '');
  const surprises: string[] = [];
  for (const row of SURFACE.filter((each) => each.door.kind !== 'anybody')) {
    const status = await knock(nobody, row, papers.get('inRound') ?? '', newId<string>(), BODIES[row.path] ?? {});
    if (![401, 400].includes(status)) surprises.push(`${row.method} ${row.path}: ${status}`);
    if (status === 400 && row.method === 'GET') surprises.push(`${row.method} ${row.path}: ${status}`);
  }
  expect(surprises).toEqual([]);
});

test('P10 a thing is found only with its parent: another paper’s thread, round and version are strangers', async () => {
  const secretariat = callers.get('secretariat') as Caller;
  const here = papers.get('inRound') ?? '';
  const elsewhere = papers.get('roundClosed') ?? '';
  const threadId = await secretariat.opensThread(here, '6.2', { text: 'Here.' });
  const at = `/api/papers/${elsewhere}/threads/${threadId}`;
  for (const [path, body] of [
    [`${at}/disposition`, { answer: 'noted', rationale: 'x' }],
    [`${at}/comments/${newId()}`, { text: 'x' }],
    [`${at}/position`, { stance: 'supports' }],
    [`${at}/withdrawal`, { withdrawn: true }],
    [`${at}/applications/${newId()}`, { seen: 'x' }],
  ] as const)
    expect((await secretariat.call('PUT', path, body)).status).toBe(404);
  const version = (await secretariat.versions(here))[0]?.id;
  const restored = await secretariat.call('PUT', `/api/papers/${elsewhere}/restorations/${newId()}`, {
    versionId: version,
    reason: 'x',
  });
  expect(restored.status).toBe(404);
});
