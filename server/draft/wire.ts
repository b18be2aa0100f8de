import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { CLOSE, MOST_SOCKETS } from '../../shared/draft/contract.ts';
import { groupStream, paperStream } from '../../shared/envelope.ts';
import { mayOnPaper } from '../../shared/groups/rights.ts';
import { paperId as paperIdSchema } from '../../shared/ids.ts';
import { Problem } from '../../shared/problems.ts';
import type { Deps } from '../base/deps.ts';
import type { Session } from '../groups/session.ts';
import { type Admission, admit } from '../papers/admission.ts';
import { Carets } from './carets.ts';
import { type Identity, SocketGuest } from './guest.ts';
import type { DraftRooms } from './rooms.ts';

const MAX_PAYLOAD = 4_194_304;
const PING_EVERY_MS = 20_000;

/** Who is asking, from the headers of an upgrade; null for nobody. */
export type SessionOf = (request: IncomingMessage) => Promise<Session | null>;

interface Connection {
  socket: WebSocket;
  guest: SocketGuest;
  request: IncomingMessage;
  session: Session;
  paperId: string;
  groupId: string;
  isAlive: boolean;
}

export interface DraftWire {
  /** Takes an upgrade to `/collab/<paperId>`. Whoever may not read the paper is told so by the close code: a browser never learns the status of a refused upgrade. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  close(): void;
}

/** The text wire: admitted once at the upgrade, and anew whenever rights in the group or on the paper change. */
export function serveDrafts(deps: Deps, rooms: DraftRooms, sessionOf: SessionOf): DraftWire {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD, perMessageDeflate: false });
  const connections = new Set<Connection>();
  const carets = new Map<string, Carets>();

  const upgrade = async (request: IncomingMessage, raw: Duplex, head: Buffer): Promise<void> => {
    raw.on('error', () => raw.destroy());
    const paperId = paperIdSchema.safeParse(/^\/collab\/([^/?]+)/.exec(request.url ?? '')?.[1]);
    const session = await sessionOf(request);
    const refuse = (code: number, reason: string): void =>
      server.handleUpgrade(request, raw, head, (socket) => socket.close(code, reason));
    if (!session) return refuse(CLOSE.signedOut, 'you are signed out');
    if (!paperId.success) return refuse(CLOSE.gone, 'there is no such text');
    const admission = await admit(deps.pool, session, paperId.data, 'paper.read').catch((error: unknown) => {
      if (error instanceof Problem) return null;
      throw error;
    });
    if (!admission) return refuse(CLOSE.gone, 'there is no such text');
    const room = await rooms.enter(paperId.data);
    server.handleUpgrade(request, raw, head, (socket) => {
      socket.binaryType = 'arraybuffer';
      if (hasTooMany(session, connections)) return socket.close(CLOSE.tooMany, 'too many texts are open');
      if (!room.isOpen) return socket.close(CLOSE.draftRestarted, 'the text is opened again');
      const here = carets.get(paperId.data) ?? new Carets();
      carets.set(paperId.data, here);
      const guest = new SocketGuest(socket, room, here, identityFrom(session, admission));
      const groupId = admission.paper.groupId;
      const connection: Connection = { socket, guest, request, session, paperId: paperId.data, groupId, isAlive: true };
      connections.add(connection);
      socket.on('message', (frame: ArrayBuffer) => guest.receive(new Uint8Array(frame)));
      socket.on('pong', () => {
        connection.isAlive = true;
      });
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        connections.delete(connection);
        room.leave(guest);
        guest.end(CLOSE.resync, '');
        if (![...connections].some((other) => other.paperId === connection.paperId)) carets.delete(connection.paperId);
      });
      here.join(guest);
      room.join(guest);
      guest.greet();
    });
    room.settleIfEmpty();
  };

  const recheck = async (connection: Connection): Promise<void> => {
    const session = await sessionOf(connection.request);
    if (!session) return connection.guest.end(CLOSE.signedOut, 'you are signed out');
    try {
      const before = connection.guest.identity.writer !== null;
      connection.guest.identity = identityFrom(
        session,
        await admit(deps.pool, session, connection.paperId, 'paper.read'),
      );
      if (before && connection.guest.identity.writer === null)
        connection.guest.end(CLOSE.notAllowed, 'this text is read-only for you');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      connection.guest.end(CLOSE.gone, 'this text is not open to you any more');
    }
  };
  const recheckAll = (isConcerned: (connection: Connection) => boolean): void => {
    for (const connection of connections)
      if (isConcerned(connection))
        recheck(connection).catch((error: unknown) =>
          deps.log.error({ error }, 'rights on an open text could not be checked'),
        );
  };
  const stopListening = deps.bus.onRing((topic) =>
    recheckAll((connection) => topic === groupStream(connection.groupId) || topic === paperStream(connection.paperId)),
  );
  const heartbeat = setInterval(() => {
    for (const connection of connections) {
      if (!connection.isAlive) connection.socket.terminate();
      connection.isAlive = false;
      connection.socket.ping();
    }
    recheckAll(() => true);
  }, PING_EVERY_MS);
  heartbeat.unref();

  return {
    upgrade,
    close: () => {
      stopListening();
      clearInterval(heartbeat);
      for (const { socket } of connections) socket.close(1012, 'the server restarts');
      server.close();
    },
  };
}

function identityFrom(session: Session, { member, standing, paper }: Admission): Identity {
  const mayEdit = mayOnPaper(standing, paper.state, 'text.edit');
  return {
    personId: session.personId,
    name: member.name,
    organisation: member.organisation,
    writer: mayEdit
      ? {
          personId: session.personId,
          memberId: member.memberId,
          memberRights: member.rightsVersion,
          paperRights: paper.rightsVersion,
        }
      : null,
  };
}

/** Whether somebody holds as many connections as one may; a tab needs one, a script that forgets to close them ends here. */
function hasTooMany({ personId, sessionId }: Session, open: ReadonlySet<Connection>): boolean {
  const theirs = [...open].filter(({ session }) => session.personId === personId);
  const inSession = theirs.filter(({ session }) => session.sessionId === sessionId);
  return theirs.length >= MOST_SOCKETS.person || inSession.length >= MOST_SOCKETS.session;
}
