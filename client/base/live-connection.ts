import { io, type Socket } from 'socket.io-client';
import type { StreamName } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import { type ClientToServer, nextInSequence, type Presence, type ServerToClient } from '../../shared/live.ts';
import { tellSignedOut } from './http.ts';

export type Connection = 'connected' | 'connecting' | 'offline';
/** Where somebody is, as they tell it; the server adds who it is. */
export interface Whereabouts {
  paperId: string;
  paragraphId: string | null;
  activity: Presence['activity'];
}
type OnEvent = (event: StreamEvent) => void;

/** A follower's own hold on what it follows. */
export interface Following {
  stop: () => void;
  /** The screen was read anew and stands at this number: what came after it is given again. */
  standAt: (seq: number) => void;
  seen: () => number | null;
}

/** One who listens: `seen` is the last number applied; null until the first answer says where now is. */
interface Follower {
  seen: number | null;
  onEvent: OnEvent;
}

/** Beyond every number of a stream: asks for nothing that was, only where the stream stands. */
const fromNow = 2_147_483_647;
/** How long a cut may last before it is called one. */
const patience = 4000;
/** How long to wait when the server does not let this person in. */
const longPause = 15_000;

/**
 * The one live connection. Events reach each follower in the order of their numbers and once: what is
 * missing after a gap or a cut is asked for again from the last number seen, so a screen never guesses.
 */
export class Live {
  #socket: Socket<ServerToClient, ClientToServer> | null = null;
  readonly #followers = new Map<StreamName, Set<Follower>>();
  readonly #asking = new Set<StreamName>();
  readonly #askAgain = new Set<StreamName>();
  readonly #changed = new Set<() => void>();
  #connection: Connection = 'connecting';
  #patience: ReturnType<typeof setTimeout> | undefined;
  #whereabouts: Whereabouts | null = null;
  readonly #present = new Map<string, Presence[]>();

  /** Follows a stream after `since`. */
  follow(stream: StreamName, since: number | 'now', onEvent: OnEvent): Following {
    const follower: Follower = { seen: since === 'now' ? null : since, onEvent };
    const followers = this.#followers.get(stream) ?? new Set();
    followers.add(follower);
    this.#followers.set(stream, followers);
    this.start();
    this.#catchUp(stream);
    return {
      stop: () => {
        followers.delete(follower);
        if (followers.size > 0 || this.#followers.get(stream) !== followers) return;
        this.#followers.delete(stream);
        this.#socket?.emit('unfollow', { stream });
      },
      standAt: (seq) => {
        follower.seen = seq;
        this.#catchUp(stream);
      },
      seen: () => follower.seen,
    };
  }

  /** Says where this person is; null when they leave the paper. Said again after each reconnection. */
  sayPresence(whereabouts: Whereabouts | null): void {
    this.#whereabouts = whereabouts;
    if (whereabouts === null) return;
    this.start();
    if (this.#socket?.connected) this.#socket.emit('presence', whereabouts);
  }

  presentOn(paperId: string): Presence[] {
    return this.#present.get(paperId) ?? nobody;
  }

  readonly connection = (): Connection => this.#connection;
  readonly subscribe = (changed: () => void): (() => void) => {
    this.#changed.add(changed);
    this.start();
    return () => this.#changed.delete(changed);
  };

  start(): void {
    if (this.#socket) return;
    const socket: Socket<ServerToClient, ClientToServer> = io({
      transports: ['websocket', 'polling'],
      reconnectionDelayMax: 10_000,
    });
    this.#socket = socket;
    socket.on('connect', () => {
      this.#become('connected');
      if (this.#whereabouts) socket.emit('presence', this.#whereabouts);
      for (const stream of this.#followers.keys()) this.#catchUp(stream);
    });
    socket.on('disconnect', (why) => {
      this.#asking.clear();
      this.#askAgain.clear();
      this.#become(navigator.onLine ? 'connecting' : 'offline');
      if (why === 'io server disconnect') setTimeout(() => socket.connect(), patience);
    });
    socket.on('connect_error', (failure) => {
      this.#become('offline');
      if (failure.message === 'not-signed-in') tellSignedOut();
      if (!socket.active) setTimeout(() => socket.connect(), longPause);
    });
    socket.on('event', (event) => this.#arrived(event));
    socket.on('presence', (paperId, here) => {
      this.#present.set(paperId, here);
      this.#tell();
    });
    addEventListener('offline', () => this.#become('offline'));
    addEventListener('online', () => socket.connected || socket.connect());
  }

  /** Comes back as somebody else: after signing in or out the server must read the cookie again. */
  restart(): void {
    this.#present.clear();
    this.#socket?.disconnect().connect();
  }

  #arrived(event: StreamEvent): void {
    let hasGap = false;
    for (const follower of this.#followers.get(event.stream) ?? []) {
      const step = follower.seen === null ? 'gap' : nextInSequence(follower.seen, event.seq);
      if (step === 'apply') this.#give(follower, event);
      if (step === 'gap') hasGap = true;
    }
    if (hasGap) this.#catchUp(event.stream);
  }

  #catchUp(stream: StreamName): void {
    const followers = this.#followers.get(stream);
    if (!this.#socket?.connected || !followers) return;
    if (this.#asking.has(stream)) {
      this.#askAgain.add(stream);
      return;
    }
    const since = Math.min(...[...followers].map((follower) => follower.seen ?? fromNow));
    this.#asking.add(stream);
    this.#socket.emit('follow', { stream, since }, (reply) => {
      this.#asking.delete(stream);
      const isAskedAgain = this.#askAgain.delete(stream);
      if (!reply.ok) {
        if (reply.problem === 'busy' || reply.problem === 'unexpected')
          setTimeout(() => this.#catchUp(stream), patience);
        return;
      }
      for (const follower of followers) {
        for (const event of reply.events) {
          if (follower.seen !== null && nextInSequence(follower.seen, event.seq) === 'apply')
            this.#give(follower, event);
        }
        follower.seen ??= reply.seq;
      }
      // One answer holds so many events and no more: who was given some asks whether there are others.
      if (isAskedAgain || reply.events.length > 0) this.#catchUp(stream);
    });
  }

  #give(follower: Follower, event: StreamEvent): void {
    follower.seen = event.seq;
    follower.onEvent(event);
  }

  /** A cut of a few seconds is "connecting"; longer, or without any network, is "offline". */
  #become(connection: Connection): void {
    clearTimeout(this.#patience);
    if (connection === 'connecting') this.#patience = setTimeout(() => this.#become('offline'), patience);
    if (connection === this.#connection) return;
    this.#connection = connection;
    this.#tell();
  }

  #tell(): void {
    for (const changed of this.#changed) changed();
  }
}

const nobody: Presence[] = [];
export const live = new Live();
