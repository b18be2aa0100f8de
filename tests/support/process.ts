import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const READY = /Rapporteur is ready: (\S+)/;

/** The product as its own process, on its embedded database, as `npm start` runs it. */
export class Product {
  private child: ChildProcess | null = null;
  private output = '';
  readonly dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-product-'));
  origin = '';

  /** Starts it and waits until it says where it is. @returns how long that took, in milliseconds */
  async start(environment: Record<string, string> = {}): Promise<number> {
    const began = Date.now();
    this.output = '';
    const port = this.origin === '' ? '0' : new URL(this.origin).port;
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      env: { ...process.env, PORT: port, DATA_DIR: this.dataDir, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.origin = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        this.output += chunk.toString();
        const found = READY.exec(this.output)?.[1];
        if (found) resolve(found);
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('exit', () => reject(new Error(`the product did not start:\n${this.output}`)));
    });
    return Date.now() - began;
  }

  /** The process dies at once, without a word: nothing on its way is stored any more. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Everything that it has said since its last start. */
  get said(): string {
    return this.output;
  }

  private end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  }

  async remove(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
