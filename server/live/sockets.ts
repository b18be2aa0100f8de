import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { groupStream, paperStream } from '../../shared/envelope.ts';
import type { StreamEvent } from '../../shared/events.ts';
import {
  type ClientToServer,
  followRequest,
  presenceRequest,
  type ServerToClient,
  unfollowRequest,
} from '../../shared/live.ts';
import { Problem } from '../../shared/problems.ts';
import type { Deps } from '../base/deps.ts';
import type { Session } from '../groups/session.ts';
import { problemFrom } from '../http/problem-reply.ts';
import { admit } from '../papers/admission.ts';
import { Broadcast } from './broadcast.ts';
import { admitToStream, eventsSince } from './follow.ts';
import { PresenceBoard } from './presence.ts';

type LiveServer = Server<
  ClientToServer,
  ServerToClient,
  Record<string, never>,
  { session: Session; streams: Set<string> }
>;
type LiveSocket = Socket<
  ClientToServer,
  ServerToClient,
  Record<string, never>,
  { session: Session; streams: Set<string> }
>;

const RECHECK_EVERY_MS = 30_000;
const MOST_STREAMS = 50;

export interface LiveParts {
  deps: Deps;
  http: HttpServer;
  sessionOf: (request: IncomingMessage) => Promise<Session | null>;
  isOwnOrigin: (origin: string | undefined) => boolean;
}

/** The news: who is signed in follows the streams that are theirs; rights are asked at each follow and after each change. */
export function serveNews({ deps, http, sessionOf, isOwnOrigin }: LiveParts): { close(): Promise<void> } {
  const io: LiveServer = new Server(http, {
    destroyUpgrade: false,
    maxHttpBufferSize: 100_000,
    connectTimeout: 10_000,
    serveClient: false,
    allowRequest: (request, decide) => decide(null, isOwnOrigin(request.headers.origin)),
  });
  const broadcast = new Broadcast(deps, (stream, event: StreamEvent) => io.to(stream).emit('event', event));
  const presence = new PresenceBoard();

  io.use((socket, next) => {
    sessionOf(socket.request)
      .then((session) => {
        if (!session) return next(new Error('not-signed-in'));
        socket.data.session = session;
        socket.data.streams = new Set();
        next();
      })
      .catch((error: unknown) => {
        deps.log.error({ err: error }, 'a live connection could not be checked');
        next(new Error('unexpected'));
      });
  });

  const unfollow = (socket: LiveSocket, stream: string): void => {
    if (!socket.data.streams.delete(stream)) return;
    void socket.leave(stream);
    broadcast.remove(stream);
  };

  const follow = async (socket: LiveSocket, wish: unknown): Promise<{ seq: number; events: StreamEvent[] }> => {
    const { stream, since } = followRequest.parse(wish);
    await admitToStream(deps.pool, socket.data.session, stream);
    if (socket.data.streams.has(stream)) return eventsSince(deps, stream, since);
    if (socket.data.streams.size >= MOST_STREAMS) throw new Problem('too-many');
    socket.data.streams.add(stream);
    await socket.join(stream);
    const missed = await eventsSince(deps, stream, since);
    broadcast.add(stream, missed.seq);
    return missed;
  };

  const sayPresence = async (socket: LiveSocket, wish: unknown): Promise<void> => {
    const { paperId, paragraphId, activity } = presenceRequest.parse(wish);
    const { session } = socket.data;
    const { member } = await admit(deps.pool, session, paperId, 'paper.read');
    if (!socket.connected) return;
    const here = {
      personId: session.personId,
      name: member.name,
      organisation: member.organisation,
      paragraphId,
      activity,
    };
    io.to(paperStream(paperId)).emit('presence', paperId, presence.put(paperId, socket.id, here));
  };

  const leavePapers = (socket: LiveSocket): void => {
    for (const { paperId, here } of presence.remove(socket.id))
      io.to(paperStream(paperId)).emit('presence', paperId, here);
  };

  const quietly = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => {
      if (!problemFrom(error)) deps.log.error({ err: error }, 'a live message failed');
    });
  };

  io.on('connection', (socket) => {
    socket.on('follow', (wish, answer) => {
      if (typeof answer !== 'function') return;
      follow(socket, wish)
        .then((events) => answer({ ok: true, ...events }))
        .catch((error: unknown) => {
          const problem = problemFrom(error);
          if (!problem) deps.log.error({ err: error }, 'a stream could not be followed');
          answer({ ok: false, problem: problem?.slug ?? 'unexpected' });
        });
    });
    socket.on('unfollow', (wish) => {
      const parsed = unfollowRequest.safeParse(wish);
      if (parsed.success) unfollow(socket, parsed.data.stream);
      if (parsed.success && parsed.data.stream.startsWith(paperStream(''))) leavePapers(socket);
    });
    socket.on('presence', (wish) => quietly(sayPresence(socket, wish)));
    socket.on('disconnect', () => {
      for (const stream of [...socket.data.streams]) unfollow(socket, stream);
      leavePapers(socket);
    });
  });

  const recheck = async (socket: LiveSocket, isConcerned: (stream: string) => boolean): Promise<void> => {
    const session = await sessionOf(socket.request);
    if (!session) {
      socket.disconnect(true);
      return;
    }
    for (const stream of [...socket.data.streams].filter(isConcerned)) {
      await admitToStream(deps.pool, session, stream).catch((error: unknown) => {
        if (!problemFrom(error)) throw error;
        unfollow(socket, stream);
      });
    }
  };
  const recheckAll = (isConcerned: (stream: string) => boolean): void => {
    for (const socket of io.sockets.sockets.values()) quietly(recheck(socket, isConcerned));
  };
  const stopListening = deps.bus.onRing((topic) => {
    if (topic.startsWith(groupStream(''))) recheckAll(() => true);
  });
  const timer = setInterval(() => recheckAll(() => true), RECHECK_EVERY_MS);
  timer.unref();

  return {
    close: async () => {
      stopListening();
      clearInterval(timer);
      broadcast.close();
      await io.close();
    },
  };
}
