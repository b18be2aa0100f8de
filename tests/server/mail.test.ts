import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeHtml, letter } from '../../server/base/letter.ts';
import { makeMailer, senderOf } from '../../server/base/mail.ts';

const hello = { to: 'anna@example.org', subject: 'Grüße', ...letter({ paragraphs: ['Round 2 closes on Friday.'] }) };
const quiet = { info: () => {} };
let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rapporteur-mail-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

test('without SMTP each mail is a file for its owner alone, and the terminal says the link', async () => {
  const said: unknown[] = [];
  const mailer = makeMailer(
    { smtpUrl: null, publicUrl: null, dataDir },
    { info: (facts: unknown) => void said.push(facts) },
  );
  await mailer.send({
    ...hello,
    messageId: '<one@example.org>',
    link: 'http://127.0.0.1:8080/sign-in/confirm?token=x',
  });
  await mailer.send(hello);
  const files = await readdir(join(dataDir, 'mails'));
  expect(files).toHaveLength(2);
  const file = join(dataDir, 'mails', files.sort()[0] ?? '');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(dataDir, 'mails'))).mode & 0o777).toBe(0o700);
  expect(await readFile(file, 'utf8')).toMatch(/Message-ID: <one@example.org>/);
  expect(said[0]).toMatchObject({
    to: 'anna@example.org',
    file,
    link: 'http://127.0.0.1:8080/sign-in/confirm?token=x',
  });
});

test('a header stays one line, and a mail has one proper address', async () => {
  const mailer = makeMailer({ smtpUrl: null, publicUrl: null, dataDir }, quiet);
  await mailer.send({ ...hello, subject: 'Hi\r\nBcc: eve@example.org\u2028X: y', messageId: '<a@b>\r\nX-Evil: 1' });
  const [file = ''] = await readdir(join(dataDir, 'mails'));
  const [head = ''] = (await readFile(join(dataDir, 'mails', file), 'utf8')).split('\r\n\r\n');
  expect(head).not.toMatch(/^(Bcc|X-Evil|X):/im);
  for (const to of [
    'a@x.org, b@x.org',
    'a@x.org\r\nBcc: b@x.org',
    '"A" <a@x.org>',
    '',
    `${'a'.repeat(300)}@x.org`,
    '(('.repeat(50_000),
  ])
    await expect(mailer.send({ ...hello, to })).rejects.toThrow('no proper address');
  expect(await readdir(join(dataDir, 'mails'))).toHaveLength(1);
});

test('over SMTP it reaches the server, from the user that signs in there', async () => {
  const { server, received } = await smtpServer();
  const { port } = server.address() as AddressInfo;
  const smtpUrl = `smtp://127.0.0.1:${port}`;
  const mailer = makeMailer({ smtpUrl, publicUrl: 'https://review.example.org', dataDir }, quiet);
  await mailer.send(hello);
  mailer.close();
  await new Promise((resolve) => server.close(resolve));
  const mail = received.join('');
  expect(mail).toMatch(/MAIL FROM:<rapporteur@review.example.org>/);
  expect(mail.match(/RCPT TO:.*/g)).toEqual(['RCPT TO:<anna@example.org>']);
  expect(mail).toMatch(/multipart\/alternative/);
  expect(mail).toMatch(/Round 2 closes on Friday\./);
  expect(senderOf({ smtpUrl: 'smtps://wg%40example.org:pw@mail.example.org', publicUrl: 'https://r.example' })).toBe(
    'wg@example.org',
  );
  expect(senderOf({ smtpUrl: 'smtps://apikey:pw@mail.example.org', publicUrl: 'https://r.example' })).toBe(
    'rapporteur@r.example',
  );
});

test('P13 a letter says text as text', () => {
  const { text, html } = letter({
    paragraphs: [`<img src=x onerror=alert(1)> & "it's"`],
    action: { label: '<b>', href: 'https://r.example/?a=1&b="><script>' },
  });
  expect(text).toContain('<img src=x');
  expect(html).not.toMatch(/<(img|b|script)[ >]/);
  expect(html).toContain('<p dir="auto">&lt;img');
  expect(escapeHtml(`<>&"'`)).toBe('&lt;&gt;&amp;&quot;&#39;');
});

/** Just enough of a mail server to take one mail. */
async function smtpServer(): Promise<{ server: Server; received: string[] }> {
  const received: string[] = [];
  const server = createServer((socket) => talk(socket, received));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, received };
}

function talk(socket: Socket, received: string[]): void {
  let isInMail = false;
  socket.write('220 test\r\n');
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    const text = bytes.toString('utf8');
    received.push(text);
    if (isInMail && !text.endsWith('\r\n.\r\n')) return;
    const isQuit = text.startsWith('QUIT');
    isInMail = !isInMail && text.startsWith('DATA');
    socket.write(isInMail ? '354 go on\r\n' : '250 ok\r\n');
    if (isQuit) socket.end();
  });
}
