import { PROBLEMS } from '../../shared/problems.ts';
import { sourcesIn } from '../support/sources.ts';

const code = sourcesIn('shared', 'server', 'client');

test('every problem says what is wrong and how to mend it, in sentences', () => {
  for (const problem of Object.values(PROBLEMS)) {
    expect(problem.title).toMatch(/^[A-Z].*\.$/);
    expect(problem.mend).toMatch(/\.$/);
    expect(problem.status).toBeGreaterThanOrEqual(400);
  }
});

test('every problem is one that somebody can meet', () => {
  const text = code
    .filter(({ path }) => path !== 'shared/problems.ts')
    .map((source) => source.text)
    .join('\n');
  expect(Object.keys(PROBLEMS).filter((slug) => !text.includes(`'${slug}'`))).toEqual([]);
});

test('a rule’s id names one rule', () => {
  const ids = sourcesIn('shared').flatMap(({ path, text }) =>
    [...text.matchAll(/\/\*\*\s+(?:\* )?([A-Z]\d{1,2}): /g)].map((match) => `${match[1]} ${path}`),
  );
  const seen = new Map<string, string[]>();
  for (const each of ids) {
    const [id = '', path = ''] = each.split(' ');
    seen.set(id, [...(seen.get(id) ?? []), path]);
  }
  expect([...seen].filter(([, paths]) => paths.length > 1)).toEqual([]);
});

test('no file is longer than anybody reads at once', () => {
  const tables = new Set(['server/surface.ts', 'shared/problems.ts']);
  expect(
    code.filter(({ path, text }) => !tables.has(path) && text.split('\n').length > 400).map(({ path }) => path),
  ).toEqual([]);
});
