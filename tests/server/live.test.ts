import { newId } from '../../shared/ids.ts';
import { Follower } from '../support/live.ts';
import type { Caller } from '../support/people.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let secretariat: Caller;
let delegate: Caller;
let other: Caller;
let paperId: string;
const followers: Follower[] = [];

beforeAll(async () => {
  server = await startServer();
  [secretariat, delegate, other] = await Promise.all([
    server.as('secretariat'),
    server.as('delegate-a'),
    server.as('delegate-b'),
  ]);
  paperId = (await secretariat.papers())[0]?.id ?? '';
});
afterEach(() => {
  for (const follower of followers.splice(0)) follower.leaves();
});
afterAll(() => server.stop());

async function follows(caller: Caller): Promise<Follower> {
  const follower = await Follower.of(caller, paperId);
  followers.push(follower);
  return follower;
}

test('a follower sees what a newcomer reads, after every kind of event', async () => {
  const follower = await follows(other);
  const thread = (path: string) => `/api/papers/${paperId}/threads/${path}`;
  const id = await delegate.opensThread(paperId, '6.2', {
    quote: 'only appropriate',
    mark: 'MOD',
    wording: 'appropriate',
  });
  await other.write('PUT', thread(`${id}/position`), { stance: 'supportsWithChange', text: 'but see 7.2' });
  await other.write('PUT', thread(`${id}/position`), { stance: 'objects', text: '' });
  const reply = newId<string>();
  await other.write('PUT', thread(`${id}/comments/${reply}`), { text: 'A reply.' });
  await other.write('PUT', thread(`${id}/comments/${reply}/withdrawal`), { withdrawn: true });
  await secretariat.write('PUT', thread(`${id}/disposition`), { answer: 'noted', rationale: 'Noted.' });
  const application = newId<string>();
  const seen = (await secretariat.paragraph(paperId, '6.2')).text;
  await secretariat.write('PUT', thread(`${id}/applications/${application}`), {
    seen,
    answer: { answer: 'accepted', rationale: 'Yes.' },
  });
  await secretariat.write('PUT', thread(`${id}/applications/${application}`), { seen, undo: true });
  const withdrawn = await delegate.opensThread(paperId, null, { text: 'To be taken back.' });
  await delegate.write('PUT', thread(`${withdrawn}/withdrawal`), { withdrawn: true });
  const duplicate = await other.opensThread(paperId, '6.2', { text: 'The same.' });
  await secretariat.write('PUT', thread(`${duplicate}/disposition`), { answer: 'duplicate', duplicateOf: id });
  const round = (await secretariat.paper(paperId)).round;
  const later = new Date(Date.parse(round?.closesAt ?? '') + 86_400_000).toISOString();
  const change = (body: object) =>
    secretariat.write('PUT', `/api/papers/${paperId}/rounds/${round?.id}`, body, newId());
  await change({ closesAt: later, reason: 'More time was asked for.' });
  await change({ closesAt: later, close: true, reason: 'Everybody has spoken.' });

  await follower.equalsFresh();
  const heard = new Set(follower.heard.map((event) => event.kind));
  for (const kind of [
    'thread.opened',
    'thread.replied',
    'thread.withdrawn',
    'comment.withdrawn',
    'position.taken',
    'disposition.given',
    'proposal.applied',
    'application.undone',
    'round.extended',
    'round.closed',
  ])
    expect(heard).toContain(kind);
  expect(JSON.stringify(follower.threads)).not.toContain('To be taken back.');
});

test('whoever reads the whole log from its start also sees what a newcomer reads', async () => {
  const follower = await follows(secretariat);
  follower.threads = [];
  follower.rounds = [];
  follower.seen = 0;
  await follower.catchUp();
  await follower.equalsFresh();
  expect(JSON.stringify(follower.heard)).not.toContain('To be taken back.');
});

test('after a cut connection everything arrives, in order, once', async () => {
  await secretariat.write('PUT', `/api/papers/${paperId}/rounds/${newId()}`, {
    closesAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const follower = await follows(other);
  follower.cut();
  for (let n = 0; n < 5; n++) await delegate.opensThread(paperId, '6.3', { text: `While away ${n}` });
  follower.comesBack();
  await follower.equalsFresh();
  const numbers = follower.heard.map((event) => event.seq);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('a stranger to a stream is told that there is nothing', async () => {
  const follower = await follows(delegate);
  expect(await follower.follows(`paper/${newId()}`, 0)).toEqual({ ok: false, problem: 'not-found' });
  expect(await follower.follows(`person/${newId()}`, 0)).toEqual({ ok: false, problem: 'not-found' });
  expect(await follower.follows(`paper/${paperId}/secretariat`, 0)).toEqual({ ok: false, problem: 'not-found' });
  expect(await follower.follows('nonsense', 0)).toEqual({ ok: false, problem: 'invalid-input' });
});

test('P12 presence shows the person signed in, and goes with the socket', async () => {
  const watcher = await follows(secretariat);
  let here: string[] = [];
  watcher.socket.on('presence', (_paper, people) => {
    here = people.map((person) => person.name);
  });
  const visitor = await follows(delegate);
  visitor.socket.emit('presence', { paperId, paragraphId: null, activity: 'reading', name: 'Secretariat 1' });
  visitor.socket.emit('presence', { paperId, paragraphId: null, activity: 'reading' });
  await until(() => here.includes('Delegate of A'), 'the visitor to be seen');
  visitor.leaves();
  await until(() => !here.includes('Delegate of A'), 'the visitor to be gone');
});
