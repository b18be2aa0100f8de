import * as Y from 'yjs';
import { ATTRIBUTE_NAMES, NODE_NAMES } from '../text/nodes.ts';
import { DRAFT_ROOT, MAX_FRAME } from './contract.ts';

/** Why an update of a draft is refused; `gap` is honest (something before it is missing) and mended by a resync. */
export type UpdateRefusal = 'too-large' | 'malformed' | 'gap' | 'not-allowed' | 'draft-full';

interface Decoded {
  structs: DecodedStruct[];
  ds: { clients: Map<number, { clock: number; len: number }[]> };
}
interface Id {
  client: number;
  clock: number;
}
interface DecodedStruct {
  id: Id;
  origin?: Id | null;
  rightOrigin?: Id | null;
  length: number;
  parent?: unknown;
  parentSub?: string | null;
  content?: DecodedContent;
}
interface DecodedContent {
  constructor: { name: string };
  type?: unknown;
  key?: string;
  arr?: unknown[];
  embed?: unknown;
}

/**
 * D1: an update is taken only if it decodes whole before it is applied, has no part of length zero, leaves
 * no gap to what the room has accepted, and holds only nodes and attributes that a draft may have. Applying
 * first and checking afterwards is too late: a malformed update changes the document before it throws.
 * @param doc what the room has accepted so far; it is not changed
 */
export function decideUpdate(doc: Y.Doc, update: Uint8Array, mayEdit: boolean): UpdateRefusal | 'take' | 'nothing-new' {
  if (update.byteLength > MAX_FRAME) return 'too-large';
  let decoded: Decoded;
  try {
    decoded = Y.decodeUpdate(update) as unknown as Decoded;
  } catch {
    return 'malformed';
  }
  if (!isWellFormed(decoded)) return 'malformed';
  const known = Y.decodeStateVector(Y.encodeStateVector(doc));
  if (hasGap(decoded, known)) return 'gap';
  const fresh = decoded.structs.filter((part) => part.id.clock + part.length > (known.get(part.id.client) ?? 0));
  if (fresh.length === 0 && deletesNothingLive(doc, decoded)) return 'nothing-new';
  if (!mayEdit) return 'not-allowed';
  const attributeOf = attributeReader(doc, decoded);
  return fresh.every((part) => isKnownPart(part, attributeOf(part))) ? 'take' : 'malformed';
}

/**
 * Which attribute a part is a value of; null for content in a sequence. Yjs says it only with the first value:
 * a later one has an origin and is of the attribute that its origin is of.
 */
function attributeReader(doc: Y.Doc, decoded: Decoded): (part: DecodedStruct) => string | null {
  const inUpdate = (id: Id): DecodedStruct | undefined =>
    decoded.structs.find(
      (part) => part.id.client === id.client && part.id.clock <= id.clock && id.clock < part.id.clock + part.length,
    );
  const inDoc = (id: Id): DecodedStruct | undefined =>
    (doc.store.clients.get(id.client) ?? []).length > 0 && id.clock < Y.getState(doc.store, id.client)
      ? (Y.getItem(doc.store, id as Y.ID) as unknown as DecodedStruct)
      : undefined;
  const read = (part: DecodedStruct | undefined, steps: number): string | null => {
    if (!part || steps > 10_000) return null;
    if (typeof part.parentSub === 'string') return part.parentSub;
    const origin = part.origin ?? part.rightOrigin;
    return origin ? read(inDoc(origin) ?? inUpdate(origin), steps + 1) : null;
  };
  return (part) => (part.content && hasValue(part.content) ? read(part, 0) : (part.parentSub ?? null));
}

/** Only these contents are asked for their attribute: words are not, so that typing costs no search. */
const hasValue = (content: DecodedContent): boolean => /ContentAny|ContentJSON/.test(content.constructor.name);

function isWellFormed(decoded: Decoded): boolean {
  for (const part of decoded.structs) if (!(part.length >= 1) || part.constructor.name === 'Skip') return false;
  for (const ranges of decoded.ds.clients.values())
    for (const range of ranges) if (!(range.len >= 1) || range.clock < 0) return false;
  return true;
}

/** D2: a part whose predecessor is missing would be parked for ever; many of them block the server for seconds. */
function hasGap(decoded: Decoded, known: ReadonlyMap<number, number>): boolean {
  const reached = new Map(known);
  for (const part of decoded.structs) {
    const { client, clock } = part.id;
    if (clock > (reached.get(client) ?? 0)) return true;
    reached.set(client, Math.max(reached.get(client) ?? 0, clock + part.length));
  }
  for (const [client, ranges] of decoded.ds.clients)
    for (const range of ranges) if (range.clock + range.len > (reached.get(client) ?? 0)) return true;
  return hasUnknownReference(decoded, reached);
}

function hasUnknownReference(decoded: Decoded, reached: ReadonlyMap<number, number>): boolean {
  const isUnknown = (id: unknown): boolean => {
    if (typeof id !== 'object' || id === null || !('client' in id) || !('clock' in id)) return false;
    return Number(id.clock) >= (reached.get(Number(id.client)) ?? 0);
  };
  return decoded.structs.some((part) => {
    const { origin, rightOrigin, parent } = part;
    return isUnknown(origin) || isUnknown(rightOrigin) || isUnknown(parent);
  });
}

/** D3: what members send on joining says nothing new: an honest second step carries the whole set of deletions. */
function deletesNothingLive(doc: Y.Doc, decoded: Decoded): boolean {
  const deleted = Y.createDeleteSetFromStructStore(doc.store).clients;
  for (const [client, ranges] of decoded.ds.clients) {
    const known = deleted.get(client) ?? [];
    for (const range of ranges) {
      const holder = known.find((have) => have.clock <= range.clock && range.clock < have.clock + have.len);
      if (!holder || holder.clock + holder.len < range.clock + range.len) return false;
    }
  }
  return true;
}

/** D4: only the nodes, attributes and formats that a draft may have; never a new root, an embed or a sub-document. */
function isKnownPart(part: DecodedStruct, attribute: string | null): boolean {
  if (typeof part.parent === 'string' && part.parent !== DRAFT_ROOT) return false;
  const { content } = part;
  if (!content) return true;
  if (attribute !== null && !ATTRIBUTE_NAMES.has(attribute)) return false;
  switch (content.constructor.name.replace(/^_/, '')) {
    case 'ContentType':
      return isKnownType(content.type);
    case 'ContentFormat':
      return /^(p|i|t|s_[a-z]{1,20})$/.test(content.key ?? '');
    case 'ContentString':
    case 'ContentDeleted':
      return true;
    case 'ContentAny':
    case 'ContentJSON':
      return attribute !== null && JSON.stringify(content.arr ?? []).length <= 10_000;
    default:
      return false;
  }
}

function isKnownType(type: unknown): boolean {
  if (type instanceof Y.XmlText) return true;
  return type instanceof Y.XmlElement && NODE_NAMES.has(type.nodeName);
}
