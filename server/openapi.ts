import { type ZodType, z } from 'zod';
import { PROBLEMS } from '../shared/problems.ts';
import { SURFACE } from './surface.ts';

type Json = Record<string, unknown>;

const schemaOf = (schema: ZodType, io: 'input' | 'output'): Json =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;

/** The HTTP API in its own words (OpenAPI 3.1), made from the schemas that check the input. */
export function openApi(origin: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of SURFACE) {
    const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Rapporteur', version: '1', description: 'Every write carries the header Idempotency-Key, a UUID.' },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: {
        Problem: {
          type: 'object',
          description: 'Problem details (RFC 9457).',
          required: ['type', 'title', 'status', 'mend'],
          properties: {
            type: { type: 'string', enum: Object.keys(PROBLEMS).map((slug) => `/problems/${slug}`) },
            title: { type: 'string' },
            status: { type: 'integer' },
            mend: { type: 'string' },
          },
        },
      },
    },
  };
}

function operationOf(route: (typeof SURFACE)[number]): Json {
  const parameters = [...route.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const problem = {
    description: 'Refused',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return {
    summary: route.summary,
    parameters,
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } },
    }),
    responses: {
      [route.status]: {
        description: route.summary,
        ...(route.answer && { content: { 'application/json': { schema: schemaOf(route.answer, 'output') } } }),
      },
      default: problem,
    },
  };
}
