import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export interface FreshDatabase {
  readonly url: string;
  /** Cuts off who is still connected. May be called again. */
  drop(): Promise<void>;
}

const TEMPLATE_BUSY = '55006';
const PATIENCE_MS = 20_000;

/** An empty, fully migrated database of the caller's own: a clone of the template that the setup migrated. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `rapporteur_test_${randomBytes(8).toString('hex')}`;
  await clone(name);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

async function clone(name: string): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await onServer(`create database ${name} template rapporteur_template`);
    } catch (fault) {
      const isBusy = fault instanceof pg.DatabaseError && fault.code === TEMPLATE_BUSY;
      if (!isBusy || Date.now() > giveUpAt) throw fault;
      await pause(100);
    }
  }
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env.TEST_POSTGRES_URL;
  if (url === undefined) throw new Error('No PostgreSQL was started: Jest was asked for rules or house tests only.');
  return url;
}
