import { io, type Socket } from 'socket.io-client';
import { applyDispositionEvent } from '../../shared/dispositions/apply.ts';
import type { StreamEvent } from '../../shared/events.ts';
import { type Answer, type ClientToServer, nextInSequence, type ServerToClient } from '../../shared/live.ts';
import { applyRoundEvent } from '../../shared/rounds/apply.ts';
import type { Round } from '../../shared/rounds/contract.ts';
import { applyThreadEvent } from '../../shared/threads/apply.ts';
import type { Thread } from '../../shared/threads/contract.ts';
import type { Caller } from './people.ts';
import { until } from './until.ts';

/** Somebody who follows a paper by the socket alone: a view that started from one reading and then only heard news. */
export class Follower {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly heard: StreamEvent[] = [];
  threads: Thread[] = [];
  rounds: Round[] = [];
  seen = 0;
  gaps = 0;

  private constructor(
    private readonly caller: Caller,
    private readonly paperId: string,
  ) {
    const { origin, cookie } = caller;
    this.socket = io(origin, {
      transports: ['websocket'],
      extraHeaders: { cookie, origin },
      reconnectionDelay: 50,
      reconnectionDelayMax: 100,
    });
    this.socket.on('event', (event) => this.take(event));
    this.socket.on('connect', () => this.catchUpLater());
  }

  static async of(caller: Caller, paperId: string): Promise<Follower> {
    const follower = new Follower(caller, paperId);
    const view = (await caller.get<{ seq: number; threads: Thread[] }>(`/api/papers/${paperId}/threads`)).body;
    follower.threads = view.threads;
    follower.rounds = (await caller.get<Round[]>(`/api/papers/${paperId}/rounds`)).body;
    follower.seen = view.seq;
    await until(() => follower.socket.connected, 'the socket');
    await follower.catchUp();
    return follower;
  }

  follows(stream: string, since: number): Promise<Answer<{ seq: number; events: StreamEvent[] }>> {
    return this.socket.emitWithAck('follow', { stream, since });
  }

  async catchUp(): Promise<void> {
    const missed = await this.follows(`paper/${this.paperId}`, this.seen);
    if (missed.ok) for (const event of missed.events) this.take(event);
  }

  /** A connection that is cut while it asks comes again and asks anew. */
  private catchUpLater(): void {
    this.catchUp().catch(() => undefined);
  }

  private take(event: StreamEvent): void {
    const next = nextInSequence(this.seen, event.seq);
    if (next === 'gap') {
      this.gaps += 1;
      this.catchUpLater();
    }
    if (next !== 'apply') return;
    this.seen = event.seq;
    this.heard.push(event);
    this.threads = applyDispositionEvent(applyThreadEvent(this.threads, event), event);
    this.rounds = applyRoundEvent(this.rounds, event);
  }

  /** The network is gone for this follower. */
  cut(): void {
    this.socket.io.engine.close();
    this.socket.disconnect();
  }
  comesBack(): void {
    this.socket.connect();
  }

  /** What was heard amounts to what a newcomer reads. */
  async equalsFresh(): Promise<void> {
    const { body } = await this.caller.get<{ seq: number; threads: Thread[] }>(`/api/papers/${this.paperId}/threads`);
    await until(() => this.seen >= body.seq, `event ${body.seq}`);
    const fresh = (await this.caller.get<{ seq: number; threads: Thread[] }>(`/api/papers/${this.paperId}/threads`))
      .body;
    expect(this.threads).toEqual(fresh.threads);
    expect(this.rounds).toEqual((await this.caller.get<Round[]>(`/api/papers/${this.paperId}/rounds`)).body);
  }

  leaves(): void {
    this.socket.disconnect();
  }
}
