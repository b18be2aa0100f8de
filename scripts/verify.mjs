/**
 * Is this the text that was frozen? Needs Node alone: nothing of Rapporteur, no package.
 *
 *   npm run verify -- <file or address> [SHA-256]
 *
 * Reads the canonical JSON of a version from a file or an http address (of the JSON, or of the public page),
 * recomputes the SHA-256 of its canonical form (RFC 8785), and compares it with the hash given, or else with
 * the one that came along (header X-Version-Hash, member `hash`). From a public address it follows `previous`
 * as far back as versions are public. Says one sentence; exits 0 when all agrees, else 1.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** What is wrong, as a sentence for the reader. */
class Fault extends Error {}

/** RFC 8785, for what JSON.parse gives: members sorted by UTF-16 units, the rest as ECMAScript writes it. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) throw new Fault('The text holds half a character.');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${canonical(name)}:${canonical(value[name])}`).join(',')}}`;
}

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** A version from its JSON, alone or in a member `version` or `content`, beside which its `hash` may stand. */
function versionFrom(bytes, header) {
  const { text, value } = parsed(bytes);
  const { hash, ...rest } = value;
  const content = rest.paragraphs ? rest : (rest.version ?? rest.content);
  if (!Array.isArray(content?.paragraphs) || !Number.isInteger(content.number))
    throw new Fault('This is not a version of a paper.');
  // A name that stands twice is read differently by different programs: neither reading is the frozen text.
  const names = (json) => json.replace(/"(?:[^"\\]|\\.)*"/gs, '').split(':').length;
  if (names(text) !== names(canonical(value))) throw new Fault('The file says the same thing twice.');
  return { content, computed: sha256(canonical(content)), stated: header ?? hash ?? null };
}

function parsed(bytes) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return { text, value };
  } catch {
    // Neither UTF-8 nor JSON: the same answer as for JSON that is no object.
  }
  throw new Fault('This is not the JSON of a version.');
}

async function fetched(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(30_000) }).catch((error) => {
    throw new Fault(`${address} cannot be reached: ${error.cause?.message ?? error.message}.`);
  });
  return { ok: response.ok, status: response.status, headers: response.headers, bytes: await response.arrayBuffer() };
}

/** The version behind an address: of its JSON, or of a public page, whose newest version the page names. */
async function fromAddress(given) {
  const address = new URL(given);
  address.hash = '';
  const isPage = address.pathname.startsWith('/p/') && !address.pathname.endsWith('.json');
  if (isPage) address.pathname = `${address.pathname.replace(/\/$/, '')}.json`;
  let answer = await fetched(address);
  if (!answer.ok && isPage && /^\/p\/[^/]+\.json$/.test(address.pathname)) {
    const page = new TextDecoder().decode((await fetched(given)).bytes);
    const named = /\/p\/[^/"'\s]+\/\d+\.json/.exec(page)?.[0];
    if (named) {
      address.pathname = named;
      answer = await fetched(address);
    }
  }
  if (!answer.ok) throw new Fault(`${address} answers ${answer.status}: there is no version.`);
  return { ...versionFrom(answer.bytes, answer.headers.get('x-version-hash')), address };
}

/** Follows `previous` back from a version at /p/<symbol>/<number>.json. Returns the number reached. */
async function followed(version) {
  let { content } = version;
  while (content.number > 1) {
    const address = new URL(version.address);
    address.pathname = address.pathname.replace(/\d+\.json$/, `${content.number - 1}.json`);
    const answer = await fetched(address);
    if (!answer.ok) return content.number;
    const earlier = versionFrom(answer.bytes, null);
    if (earlier.computed !== content.previous)
      throw new Fault(
        `The chain is broken: version ${content.number} names ${content.previous} before it, but ${address} gives ${earlier.computed}.`,
      );
    checkPlace(earlier.content, content);
    content = earlier.content;
  }
  return content.number;
}

/** The number fits the place in the chain, and only the first version has none before it. */
function checkPlace(content, later) {
  const isFirst = content.number === 1;
  const fits = (content.previous === null) === isFirst && content.number > 0;
  const follows = !later || (content.number === later.number - 1 && content.paper?.id === later.paper?.id);
  if (!fits || !follows)
    throw new Fault(
      `The chain is broken at version ${content.number}: its number, its paper or the hash before it does not fit.`,
    );
}

async function verify(target, given) {
  const isAddress = /^https?:\/\//.test(target);
  const version = isAddress ? await fromAddress(target) : versionFrom(await readFile(target), null);
  const { content, computed } = version;
  const expected = (given ?? version.stated)?.toLowerCase() ?? null;
  const what = `version ${content.number} of ${content.paper?.symbol} (“${content.name}”, frozen ${content.frozenAt})`;
  if (expected === null)
    throw new Fault(
      `Nothing to compare with: the SHA-256 of ${what} is ${computed}; give the hash that you trust as well.`,
    );
  if (expected !== computed) throw new Fault(`NOT the same: ${what} gives ${computed}, but ${expected} is stated.`);
  checkPlace(content, null);
  const isChained = isAddress && /^\/p\/[^/]+\/\d+\.json$/.test(version.address.pathname);
  const reached = isChained ? await followed(version) : content.number;
  const source = given ? 'as you gave it' : 'as it is stated with the text';
  const start = reached === 1 ? 'the first version' : `version ${reached}, before which none is public`;
  const chain = reached < content.number ? `, and the chain before it holds back to ${start}` : '';
  return `Unchanged: ${what} has the SHA-256 ${computed}, ${source}${chain}.`;
}

const [target, ...hash] = process.argv.slice(2);
try {
  if (!target) throw new Fault('Say what to verify: npm run verify -- <file or address> [SHA-256]');
  console.log(await verify(target, hash.join('') || undefined));
} catch (error) {
  console.log(error instanceof Fault ? error.message : `${target} cannot be read: ${error.message}`);
  process.exitCode = 1;
}
