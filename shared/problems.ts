/** Every refusal of the product: its status, what it says, and how to mend it. The slug is the end of its address. */
export const PROBLEMS = {
  'invalid-input': {
    status: 400,
    title: 'The request is not understood.',
    mend: 'Correct the fields named in “errors” and send again.',
  },
  'not-signed-in': {
    status: 401,
    title: 'You are not signed in.',
    mend: 'Sign in again; what you wrote is kept on your device.',
  },
  'link-spent': {
    status: 410,
    title: 'This sign-in link does not work any more.',
    mend: 'Ask for a new link on the sign-in page.',
  },
  'foreign-origin': {
    status: 403,
    title: 'The request came from another site.',
    mend: 'Open Rapporteur at its own address and try again.',
  },
  'not-allowed': { status: 403, title: 'Your role does not allow this.', mend: 'Ask the secretariat of the group.' },
  'not-found': {
    status: 404,
    title: 'There is nothing here for you.',
    mend: 'Check the address, or sign in as a member of the group.',
  },
  'key-reused': {
    status: 422,
    title: 'This key was used for another request.',
    mend: 'Send the changed request with a new Idempotency-Key.',
  },
  'too-many': {
    status: 429,
    title: 'Too many requests.',
    mend: 'Wait for the time named in “Retry-After” and try again.',
  },
  'too-large': { status: 413, title: 'The request is too large.', mend: 'Send less at once.' },
  busy: { status: 503, title: 'The server is busy.', mend: 'Try again in a few seconds; nothing was changed.' },
  unexpected: {
    status: 500,
    title: 'Something went wrong on the server.',
    mend: 'Try again. If it happens again, tell the administrator the reference.',
  },

  'symbol-taken': {
    status: 409,
    title: 'Another paper has this symbol.',
    mend: 'Choose another symbol; symbols are never used twice.',
  },
  'name-taken': { status: 409, title: 'This name is taken.', mend: 'Choose another name.' },
  'already-member': {
    status: 409,
    title: 'This person is a member of the group already.',
    mend: 'Change the role of the member instead.',
  },
  'unknown-zone': {
    status: 400,
    title: 'The time zone is not known.',
    mend: 'Give an IANA zone such as Europe/Zurich.',
  },
  'organisation-unknown': {
    status: 400,
    title: 'The group has no such organisation.',
    mend: 'Add the organisation first, then invite its members.',
  },
  'last-secretariat': {
    status: 409,
    title: 'The group would have no secretariat.',
    mend: 'Give the role to somebody else first.',
  },
  'group-withdrawn': { status: 409, title: 'The group is withdrawn.', mend: 'Nothing can be changed in it any more.' },
  'paper-withdrawn': {
    status: 409,
    title: 'The paper is withdrawn.',
    mend: 'Ask the secretariat for the paper that replaces it.',
  },

  'not-a-word-file': {
    status: 415,
    title: 'This is not a Word file.',
    mend: 'Save it as .docx in Word or LibreOffice, and choose it again.',
  },
  'unknown-file-kind': {
    status: 415,
    title: 'Files of this kind cannot be posted.',
    mend: 'Post a .docx, .md or .txt file, or paste the text.',
  },
  'encrypted-file': {
    status: 422,
    title: 'The file is protected with a password.',
    mend: 'Open it in Word, remove the password, save and choose it again.',
  },
  'damaged-file': {
    status: 422,
    title: 'The file is damaged: a part of it is missing or cannot be read.',
    mend: 'Open it in Word, save it under a new name and choose that file.',
  },
  'empty-file': { status: 422, title: 'There is no text in the file.', mend: 'Choose a file with text in it.' },
  'file-too-large': {
    status: 413,
    title: 'The file is larger than 25 MB.',
    mend: 'Take the pictures out, or split the text by chapter.',
  },
  'unpacked-too-large': {
    status: 422,
    title: 'The file unpacks to more than 200 MB.',
    mend: 'Take the pictures and embedded files out, and choose it again.',
  },
  'too-many-paragraphs': {
    status: 422,
    title: 'The text has more than 20,000 paragraphs.',
    mend: 'Split it by chapter and post each as a paper.',
  },
  'import-too-slow': {
    status: 422,
    title: 'Reading the file took longer than 20 seconds.',
    mend: 'Split the text by chapter and post each as a paper.',
  },
  'not-utf8': { status: 422, title: 'The text is not in UTF-8.', mend: 'Save it as UTF-8 text and choose it again.' },

  'no-round': {
    status: 409,
    title: 'No round is open on this paper.',
    mend: 'Wait until the secretariat opens a round.',
  },
  'round-open': {
    status: 409,
    title: 'A round is open on this paper already.',
    mend: 'Extend or close that round first.',
  },
  'round-closed': {
    status: 409,
    title: 'The round is closed.',
    mend: 'Ask the secretariat to extend it, or to take a late comment.',
  },
  'round-not-yet-open': {
    status: 409,
    title: 'The round is not open yet.',
    mend: 'Send the comment after the opening instant.',
  },
  'closing-in-the-past': {
    status: 400,
    title: 'The closing instant is not in the future.',
    mend: 'Choose a later day or hour.',
  },
  'closing-not-later': {
    status: 400,
    title: 'An extension closes later than the round does now.',
    mend: 'Choose a later day or hour, or close the round.',
  },
  'reason-missing': {
    status: 400,
    title: 'A reason is needed.',
    mend: 'Write one sentence; everybody in the group reads it.',
  },

  'unknown-paragraph': {
    status: 409,
    title: 'The paragraph is not in the text any more.',
    mend: 'Read the text again and choose where the comment stands.',
  },
  'proposal-without-paragraph': {
    status: 400,
    title: 'A proposal names the paragraph it changes.',
    mend: 'Choose a paragraph for the proposal.',
  },
  'wording-missing': { status: 400, title: 'ADD and MOD need a wording.', mend: 'Write the wording that you propose.' },
  'empty-comment': { status: 400, title: 'The comment is empty.', mend: 'Write why you ask for this.' },
  'thread-withdrawn': {
    status: 409,
    title: 'The thread was withdrawn by its author.',
    mend: 'Open a new thread for your point.',
  },
  'thread-answered': {
    status: 409,
    title: 'The thread is answered already.',
    mend: 'Reply to it instead; the answer stays with what was asked.',
  },
  'not-yours': { status: 403, title: 'Only its author may do this.', mend: 'Reply to the thread instead.' },
  'received-in-the-future': {
    status: 400,
    title: 'The instant of receipt lies in the future.',
    mend: 'Give the instant at which the point was received.',
  },

  'rationale-missing': { status: 400, title: 'An answer needs its reason.', mend: 'Write why; the author reads it.' },
  'duplicate-of-itself': {
    status: 400,
    title: 'A thread is not a duplicate of itself.',
    mend: 'Name the other thread.',
  },
  'no-such-original': {
    status: 409,
    title: 'The thread that this one repeats is not in this paper.',
    mend: 'Name a thread of this paper.',
  },
  'no-proposal': {
    status: 409,
    title: 'The thread proposes no wording.',
    mend: 'Edit the text by hand and name the thread as the reason.',
  },
  'text-changed': {
    status: 409,
    title: 'The paragraph has changed since the proposal was made.',
    mend: 'Compare both, then decide the wording.',
  },
  'not-applied': {
    status: 409,
    title: 'This proposal was not applied, or its application was undone.',
    mend: 'Reload the page and look at the thread.',
  },

  'draft-behind': {
    status: 409,
    title: 'The server has not yet saved what your screen shows.',
    mend: 'Wait until the mark says Saved, then freeze again.',
  },
  'nothing-to-freeze': { status: 409, title: 'The text is empty.', mend: 'Write or import the text first.' },
  'hash-differs': {
    status: 409,
    title: 'The version is not the one that was seen.',
    mend: 'Reload the page, read the version and publish that.',
  },
  'already-published': {
    status: 409,
    title: 'This version is public already.',
    mend: 'Open it at its public address.',
  },
  'threads-unanswered': {
    status: 409,
    title: 'Threads stand without an answer.',
    mend: 'Answer them, or publish with a reason that everybody can read.',
  },
  'change-unknown': {
    status: 409,
    title: 'The two versions do not differ there.',
    mend: 'Compare the versions again.',
  },
  'setup-spent': {
    status: 410,
    title: 'The set-up link was used already.',
    mend: 'Make a new one with “npm run admin -- set-up-link”.',
  },
  'sample-gone': { status: 404, title: 'The sample is not there any more.', mend: 'Sign in with your own address.' },
} as const satisfies Record<string, { status: number; title: string; mend: string }>;

export type ProblemSlug = keyof typeof PROBLEMS;

/** What a problem is about, as values, so that each language can say them. */
export type ProblemFacts = Record<string, unknown>;

/** A refusal that the person can understand and mend. Sent as problem details (RFC 9457, section 3). */
export class Problem extends Error {
  readonly slug: ProblemSlug;
  readonly facts: ProblemFacts;
  constructor(slug: ProblemSlug, facts: ProblemFacts = {}) {
    super(slug);
    this.slug = slug;
    this.facts = facts;
  }
}
