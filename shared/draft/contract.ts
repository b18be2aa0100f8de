/**
 * The text wire, beside what y-protocols says: message types 0 (sync) and 1 (awareness) are theirs,
 * 4 is ours and goes from server to client only: varUint `frames`, how many update frames of this
 * connection (step 2 included) are committed, counted from its start; then varUint `through`, the id of
 * the text log up to which the draft is committed.
 */
export const MESSAGE_SYNC = 0;
export const MESSAGE_AWARENESS = 1;
export const MESSAGE_QUERY_AWARENESS = 3;
export const MESSAGE_SAVED = 4;

/** Close codes of `/collab`. y-websocket takes 4400 to 4499 as final and does not come back. */
export const CLOSE = {
  malformed: 4400,
  signedOut: 4401,
  notAllowed: 4403,
  gone: 4404,
  tooLarge: 4413,
  tooMany: 4429,
  resync: 4001,
  draftRestarted: 4002,
} as const;

/** The root of a draft's Y.Doc: an XmlElement tree as `@lexical/yjs` V2 makes it. */
export const DRAFT_ROOT = 'root-v2';

/** Limits of the text wire, in bytes (PROMISES, section 2). */
export const MAX_FRAME = 1_048_576;
export const MAX_PRESENCE = 4_096;
export const MAX_DRAFT = 10_485_760;

/** Open connections of one kind that one session, and one person, may have. */
export const MOST_SOCKETS = { session: 40, person: 200 };
