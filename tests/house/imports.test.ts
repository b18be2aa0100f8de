import { type Source, sourcesIn } from '../support/sources.ts';

const shared = sourcesIn('shared');
const server = sourcesIn('server');
const client = sourcesIn('client');

const roomOf = (path: string): string => path.split('/')[1] ?? '';
const faults = (sources: readonly Source[], isFault: (source: Source, imported: string) => boolean): string[] =>
  sources.flatMap((source) =>
    source.files.filter((file) => isFault(source, file)).map((file) => `${source.path} → ${file}`),
  );

test('1 shared knows only itself and the pure libraries named here', () => {
  const pure = new Set(['zod', 'yjs', 'approx-string-match', 'temporal-polyfill']);
  expect(faults(shared, (_, file) => !file.startsWith('shared/'))).toEqual([]);
  expect(
    shared.flatMap(({ path, packages }) =>
      packages.filter((name) => !pure.has(name)).map((name) => `${path} → ${name}`),
    ),
  ).toEqual([]);
});

test('2 server and client know shared, never each other', () => {
  expect(faults(server, (_, file) => !/^(server|shared)\//.test(file))).toEqual([]);
  expect(faults(client, (_, file) => !/^(client|shared)\//.test(file))).toEqual([]);
});

test('2 tests of rules see shared only, tests in the browser see neither side', () => {
  const own = /^tests\/|^shared\//;
  expect(faults(sourcesIn('tests/rules'), (_, file) => !own.test(file))).toEqual([]);
  expect(faults(sourcesIn('tests/browser'), (_, file) => !own.test(file))).toEqual([]);
});

const FLOORS = [
  ['base', 'http'],
  ['events'],
  ['groups'],
  ['papers'],
  ['draft'],
  ['versions'],
  ['rounds'],
  ['threads'],
  ['dispositions'],
  ['changes'],
  ['publications'],
  ['imports'],
  ['exports'],
  ['inbox'],
  ['live'],
  ['history'],
];
const floorOf = (path: string): number => {
  const found = FLOORS.findIndex((rooms) => rooms.includes(roomOf(path)));
  return found < 0 || path.split('/').length < 3 ? FLOORS.length : found;
};

test('3 on the server a room uses those below it, never one above', () => {
  expect(faults(server, ({ path }, file) => file.startsWith('server/') && floorOf(file) > floorOf(path))).toEqual([]);
});

test('3 a slice enters a lower one by its actions, its store, or a file that bears a word of the field; its routes are for the app alone', () => {
  expect(
    faults(server, ({ path }, file) => /\/(public-|sign-in-)?routes\.ts$/.test(file) && path !== 'server/app.ts'),
  ).toEqual([]);
});

test('4 on the client: base, then slices that never see each other, then pages', () => {
  const pages = /^client\/(pages\/|App\.tsx|main\.tsx|vite\.config\.ts)/;
  const isFault = ({ path }: Source, file: string): boolean => {
    if (!file.startsWith('client/') || pages.test(path)) return false;
    if (pages.test(file)) return true;
    return roomOf(file) !== 'base' && roomOf(file) !== roomOf(path);
  };
  expect(faults(client, isFault)).toEqual([]);
});

test('5 each library has one door', () => {
  const doors: Record<string, RegExp> = {
    pg: /^server\/base\/(database|bus|migrate)\.ts$/,
    express:
      /^server\/(.*\/)?((public-|sign-in-)?routes|health|app|openapi)\.ts$|^server\/http\/|^server\/groups\/(session|sample|set-up)\.ts$|^server\/imports\/upload\.ts$/,
    'socket.io': /^server\/live\//,
    ws: /^server\/draft\/(wire|guest)\.ts$/,
    'better-auth': /^server\/groups\//,
    nodemailer: /^server\/base\/mail\.ts$/,
    docx: /^server\/exports\//,
    yauzl: /^server\/imports\/docx\//,
    'socket.io-client': /^client\/base\/live/,
    'y-websocket': /^client\/draft\//,
    lexical: /^client\/draft\//,
  };
  const wrong = [...server, ...client].flatMap(({ path, packages }) =>
    packages
      .filter((name) => {
        const door = doors[name.startsWith('@lexical/') ? 'lexical' : name];
        return door !== undefined && !door.test(path);
      })
      .map((name) => `${path} → ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('5 fetch is called in one file of the client', () => {
  expect(
    client
      .filter(({ path, text }) => /(?<![\w.])fetch\(/.test(text) && path !== 'client/base/http.ts')
      .map(({ path }) => path),
  ).toEqual([]);
});

test('6 no circles, type imports included, and no file that only hands on', () => {
  const all = new Map([...shared, ...server, ...client].map((source) => [source.path, source.files]));
  const circles: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const walk = (path: string, way: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const next of all.get(path) ?? []) walk(next, [...way, path]);
    state.set(path, 'done');
  };
  for (const path of all.keys()) walk(path, []);
  expect(circles).toEqual([]);
  expect([...all.keys()].filter((path) => /(^|\/)(index|utils?|helpers?|common|types)\.tsx?$/.test(path))).toEqual([]);
});

test('6 named exports only', () => {
  const sources = [...shared, ...server, ...client].filter(({ path }) => path !== 'client/vite.config.ts');
  expect(sources.filter(({ text }) => /^export default/m.test(text)).map(({ path }) => path)).toEqual([]);
});

test('7 every source is used by another, or is where something starts', () => {
  const starts = new Set([
    'server/main.ts',
    'server/admin.ts',
    'client/main.tsx',
    'client/vite.config.ts',
    'server/imports/docx-worker.ts',
  ]);
  const used = new Set([...shared, ...server, ...client].flatMap(({ files }) => files));
  expect(
    [...shared, ...server, ...client].map(({ path }) => path).filter((path) => !used.has(path) && !starts.has(path)),
  ).toEqual([]);
});
