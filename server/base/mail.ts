import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import { emailAddress } from '../../shared/groups/contract.ts';
import { newId } from '../../shared/ids.ts';
import type { Config } from './config.ts';

export interface Mail {
  /** One address: nobody learns from a mail who else got it. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Given when a mail may be sent again after a crash, so that mailboxes show it once. */
  messageId?: string;
  /** The address that the reader is to open, shown on the terminal where no mail leaves the house. */
  link?: string;
}

export interface Mailer {
  /** @throws Error when the mail was not taken: the caller decides whether to send it again */
  send(mail: Mail): Promise<void>;
  close(): void;
}

type MailConfig = Pick<Config, 'smtpUrl' | 'publicUrl' | 'dataDir'>;

/** Mail over SMTP_URL; without it each mail becomes a file in the folder `mails`, and a line on the terminal. */
export function makeMailer(config: MailConfig, log: Pick<Logger, 'info'>): Mailer {
  const from = { name: 'Rapporteur', address: senderOf(config) };
  return config.smtpUrl === null
    ? fileMailer(join(config.dataDir, 'mails'), from, log)
    : smtpMailer(config.smtpUrl, from);
}

/** A provider takes mail from its own user's address only; else the mail comes from the place that it speaks of. */
export function senderOf({ smtpUrl, publicUrl }: Pick<Config, 'smtpUrl' | 'publicUrl'>): string {
  const user = smtpUrl === null ? '' : decodeURIComponent(new URL(smtpUrl).username);
  if (emailAddress.safeParse(user).success) return user;
  return `rapporteur@${publicUrl === null ? 'localhost' : new URL(publicUrl).hostname}`;
}

type Sender = { name: string; address: string };

/** Long waits are cut, so that a mail server that hangs does not hold up what comes after. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

function smtpMailer(smtpUrl: string, from: Sender): Mailer {
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 2, ...patience });
  return {
    send: async (mail) => {
      await transport.sendMail(letterOf(mail, from));
    },
    close: () => transport.close(),
  };
}

function fileMailer(folder: string, from: Sender, log: Pick<Logger, 'info'>): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail(letterOf(mail, from));
      if (!Buffer.isBuffer(message)) throw new Error('a mail was composed as a stream');
      const file = join(folder, `${new Date().toISOString().replace(/[:.]/g, '-')}-${newId<string>().slice(0, 8)}.eml`);
      // Links in mails are keys: for this user's eyes only.
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(file, message, { mode: 0o600, flag: 'wx' });
      log.info({ to: mail.to, file, link: mail.link }, `mail: ${oneLine(mail.subject)}`);
    },
    close: () => transport.close(),
  };
}

/** What nodemailer gets: one checked address as a value, never a list to parse; headers on one line; no files, no fetching. */
function letterOf(mail: Mail, from: Sender) {
  const to = emailAddress.safeParse(mail.to);
  if (!to.success) throw new Error('a mail has no proper address');
  return {
    from,
    to: { name: '', address: to.data },
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    ...(mail.messageId === undefined ? {} : { messageId: oneLine(mail.messageId) }),
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** A header is one line: what follows a line break would be read as the next header. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not reach a header
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').slice(0, 300);
}
