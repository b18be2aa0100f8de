import { SURFACE } from '../../server/surface.ts';
import { startServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test('the API describes every door with its request and its answer, from the schemas that check them', async () => {
  const described = (await (await fetch(`${server.origin}/api/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<
      string,
      Record<string, { requestBody?: { content: Record<string, { schema: { required?: string[] } }> } }>
    >;
  };
  expect(described.openapi).toBe('3.1.0');
  for (const { method, path } of SURFACE)
    expect(described.paths[path.replace(/:([A-Za-z]+)/g, '{$1}')]?.[method.toLowerCase()]).toBeDefined();
  const opening = described.paths['/api/papers/{paperId}/threads/{threadId}']?.put;
  expect(opening?.requestBody?.content['application/json']?.schema.required).toEqual(['anchor', 'kind', 'text']);
});

test('the server says that it is well only when the database answers, and keeps its figures to this machine', async () => {
  expect(await (await fetch(`${server.origin}/healthz`)).json()).toEqual({ status: 'ok' });
  expect(await (await fetch(`${server.origin}/metrics`)).text()).toContain('process_cpu_user_seconds_total');
  expect((await fetch(`${server.origin}/metrics`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(404);
});

test('an unknown address and a refusal are problem details, with a page that explains them', async () => {
  const reply = await fetch(`${server.origin}/api/nowhere`);
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  const problem = (await reply.json()) as { type: string; status: number; mend: string };
  expect(problem).toMatchObject({ type: '/problems/not-found', status: 404 });
  const page = await (await fetch(`${server.origin}${problem.type}`)).text();
  expect(page).toContain(problem.mend.split('.')[0]);
});
