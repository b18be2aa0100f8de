import { type ZodType, z } from 'zod';
import { comparison, reasonRequest } from '../shared/changes/contract.ts';
import { applyRequest, dispositionRequest } from '../shared/dispositions/contract.ts';
import { envelope } from '../shared/envelope.ts';
import {
  addOrganisationRequest,
  changeMemberRequest,
  groupPage,
  inviteRequest,
  makeGroupRequest,
  setUpRequest,
  signInPage,
  whoAmI,
} from '../shared/groups/contract.ts';
import type { GroupDeed, PaperDeed } from '../shared/groups/rights.ts';
import { inbox } from '../shared/inbox/contract.ts';
import {
  createdPaper,
  draftersRequest,
  paperPage,
  paperSummary,
  pastedPaper,
  renamePaperRequest,
  withdrawPaperRequest,
} from '../shared/papers/contract.ts';
import { publishRequest } from '../shared/publications/contract.ts';
import { roundRequest, roundSchema } from '../shared/rounds/contract.ts';
import { paragraph } from '../shared/text/paragraph.ts';
import {
  openThreadRequest,
  positionRequest,
  replyRequest,
  thread,
  withdrawRequest,
} from '../shared/threads/contract.ts';
import { freezeRequest, restoreRequest, versionContent, versionSummary } from '../shared/versions/contract.ts';

/** Who may use a route: anybody, whoever is signed in, a member by a right in the group or on the paper, an administrator. */
export type Door =
  | { kind: 'anybody' }
  | { kind: 'signedIn' }
  | { kind: 'administrator' }
  | { kind: 'group'; deed: GroupDeed }
  | { kind: 'paper'; deed: PaperDeed };

export interface Route {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  path: string;
  summary: string;
  door: Door;
  status: number;
  body?: ZodType;
  answer?: ZodType;
}

const anybody: Door = { kind: 'anybody' };
const signedIn: Door = { kind: 'signedIn' };
const group = (deed: GroupDeed): Door => ({ kind: 'group', deed });
const paper = (deed: PaperDeed): Door => ({ kind: 'paper', deed });
/** An event as the answer to a write; which kind it is, the summary says. */
const event = envelope.extend({ kind: z.string() }).loose();
const events = z.object({ seq: z.number(), events: z.array(event) });

/** Every door of the server under /api, with its rule. A route that is not here does not pass the tests. */
export const SURFACE: readonly Route[] = [
  { method: 'GET', path: '/api/openapi.json', summary: 'This description.', door: anybody, status: 200 },
  {
    method: 'GET',
    path: '/api/sign-in',
    summary: 'What the sign-in page offers.',
    door: anybody,
    status: 200,
    answer: signInPage,
  },
  {
    method: 'POST',
    path: '/api/session/link',
    summary: 'Mails a sign-in link, if the address is known.',
    door: anybody,
    status: 202,
    body: z.object({ email: z.string() }),
  },
  {
    method: 'POST',
    path: '/api/session/confirm',
    summary: 'Spends a sign-in link.',
    door: anybody,
    status: 200,
    body: z.object({ token: z.string() }),
    answer: whoAmI,
  },
  {
    method: 'POST',
    path: '/api/session',
    summary: 'Signs in as a person of the sample.',
    door: anybody,
    status: 200,
    body: z.object({ as: z.string() }),
    answer: whoAmI,
  },
  { method: 'GET', path: '/api/session', summary: 'Who is asking.', door: signedIn, status: 200, answer: whoAmI },
  { method: 'DELETE', path: '/api/session', summary: 'Signs out.', door: anybody, status: 204 },
  {
    method: 'POST',
    path: '/api/setup',
    summary: 'Uses the set-up link: makes the first group.',
    door: anybody,
    status: 201,
    body: setUpRequest,
    answer: whoAmI,
  },
  {
    method: 'PUT',
    path: '/api/groups/:groupId',
    summary: 'Makes a group.',
    door: { kind: 'administrator' },
    status: 201,
    body: makeGroupRequest,
    answer: event,
  },
  {
    method: 'GET',
    path: '/api/groups/:groupId',
    summary: 'A group with its organisations and members.',
    door: group('group.read'),
    status: 200,
    answer: groupPage,
  },
  {
    method: 'DELETE',
    path: '/api/groups/:groupId',
    summary: 'Withdraws a group.',
    door: group('group.withdraw'),
    status: 200,
    answer: event,
  },
  {
    method: 'PUT',
    path: '/api/groups/:groupId/organisations/:organisationId',
    summary: 'Adds an organisation.',
    door: group('organisation.add'),
    status: 201,
    body: addOrganisationRequest,
    answer: event,
  },
  {
    method: 'PUT',
    path: '/api/groups/:groupId/invitations/:invitationId',
    summary: 'Invites a person.',
    door: group('member.invite'),
    status: 201,
    body: inviteRequest,
    answer: event,
  },
  {
    method: 'DELETE',
    path: '/api/groups/:groupId/invitations/:invitationId',
    summary: 'Withdraws an invitation.',
    door: group('member.invite'),
    status: 200,
    answer: event,
  },
  {
    method: 'PUT',
    path: '/api/groups/:groupId/members/:memberId',
    summary: 'Changes a member.',
    door: group('member.change'),
    status: 200,
    body: changeMemberRequest,
    answer: event,
  },
  {
    method: 'DELETE',
    path: '/api/groups/:groupId/members/:memberId',
    summary: 'Removes a member.',
    door: group('member.change'),
    status: 200,
    answer: event,
  },
  {
    method: 'GET',
    path: '/api/papers',
    summary: 'The papers that the asker may read.',
    door: signedIn,
    status: 200,
    answer: z.array(paperSummary),
  },
  {
    method: 'POST',
    path: '/api/papers',
    summary: 'Posts a draft; with preview=1 only shows it.',
    door: group('paper.create'),
    status: 201,
    body: pastedPaper,
    answer: createdPaper,
  },
  {
    method: 'GET',
    path: '/api/papers/:paperId',
    summary: 'A paper.',
    door: paper('paper.read'),
    status: 200,
    answer: paperPage,
  },
  {
    method: 'PUT',
    path: '/api/papers/:paperId',
    summary: 'Renames a paper.',
    door: paper('paper.rename'),
    status: 200,
    body: renamePaperRequest,
    answer: event,
  },
  {
    method: 'PUT',
    path: '/api/papers/:paperId/withdrawal',
    summary: 'Withdraws a paper.',
    door: paper('paper.withdraw'),
    status: 200,
    body: withdrawPaperRequest,
    answer: event,
  },
  {
    method: 'PUT',
    path: '/api/papers/:paperId/drafters',
    summary: 'Says who may edit the text beside the secretariat.',
    door: paper('paper.drafters'),
    status: 200,
    body: draftersRequest,
    answer: event,
  },
  {
    method: 'GET',
    path: '/api/papers/:paperId/draft',
    summary: 'The Yjs state of the living text.',
    door: paper('paper.read'),
    status: 200,
  },
  {
    method: 'GET',
    path: '/api/papers/:paperId/paragraphs',
    summary: 'The paragraphs of the living text.',
    door: paper('paper.read'),
    status: 200,
    answer: z.array(paragraph),
  },
  {
    method: 'GET',
    path: '/api/papers/:paperId/events',
    summary: 'What happened since a number.',
    door: paper('paper.read'),
    status: 200,
    answer: events,
  },
  {
    method: 'GET',
    path: '/api/papers/:paperId/paragraphs/:paragraphId/history',
    summary: 'How a paragraph came to be.',
    door: paper('paper.read'),
    status: 200,
  },
  {
    method: 'GET',
    path: '/api/papers/:paperId/threads',
    summary: 'Every thread of the paper.',
    door: paper('paper.read'),
    status: 200,
    answer: z.object({ seq: z.number(), threads: z.array(thread) }),
  },
  {
    method: 'PUT',
    path: '/api/papers/:paperId/threads/:threadId',
    summary: 'Opens a thread.',
    door: paper('thread.open'),
    status: 201,
    body: openThreadRequest,
    answer: event,
  },
  {
    method: 'PUT',
    path: '/api/papers/:paperId/threads/:threadId/comments/:commentId',
    summary: 'Replies to a thread.',
    door: paper('thread.reply'),
    status: 201,
    body: replyRequest,
    answer: event,
  },
  {
    method: 'PUT',
    path: '/api/papers/:paperId/threads/:threadId/position',
    summary: 'Takes a position.',
    door: paper('thread.position'),
    status: 200,
    body: positionRequest,
    answer: event,
  },
  {
    method: 'PUT',
    path: '/api/papers/:paperId/threads/:threadId/withdrawal',
    summary: 'Withdraws a thread.',
    door: paper('thread.withdraw'),
    status: 200,
    body: withdrawRequest,
    answer: event,
  },
  {
    method: 'PUT',
    path: '/api/papers/:paperId/threads/:threadId/comments/:commentId/withdrawal',
    summary: 'Withdraws a reply.',
    door: paper('thread.withdraw'),
    status: 200,
    body: withdrawRequest,
    answer: event,
  },
  {
    method: 'PUT',
    path: '/api/papers/:paperId/threads/:threadId/disposition',
    summary: 'Answers a thread.',
    door: paper('disposition.give'),
    status: 200,
    body: dispositionRequest,
    answer: event,
  },
  {
    method: 'PUT',
    path: '/api/papers/:paperId/threads/:threadId/applications/:applicationId',
    summary: 'Puts a proposal into the draft, or undoes that.',
    door: paper('proposal.apply'),
    status: 201,
    body: applyRequest,
    answer: event,
  },
  {
    method: 'GET',
    path: '/api/papers/:paperId/rounds',
    summary: 'The rounds of a paper.',
    door: paper('paper.read'),
    status: 200,
    answer: z.array(roundSchema),
  },
  {
    method: 'PUT',
    path: '/api/papers/:paperId/rounds/:roundId',
    summary: 'Opens, extends or closes a round.',
    door: paper('round.open'),
    status: 201,
    body: roundRequest,
    answer: event,
  },
  {
    method: 'GET',
    path: '/api/papers/:paperId/versions',
    summary: 'The versions of a paper.',
    door: paper('version.read'),
    status: 200,
    answer: z.array(versionSummary),
  },
  {
    method: 'PUT',
    path: '/api/papers/:paperId/versions/:versionId',
    summary: 'Freezes the draft.',
    door: paper('version.freeze'),
    status: 201,
    body: freezeRequest,
    answer: event,
  },
  {
    method: 'PUT',
    path: '/api/papers/:paperId/restorations/:restorationId',
    summary: 'Brings the draft back to a version.',
    door: paper('version.restore'),
    status: 201,
    body: restoreRequest,
    answer: event,
  },
  {
    method: 'PUT',
    path: '/api/papers/:paperId/reasons/:reasonId',
    summary: 'Gives a change its reason.',
    door: paper('change.reason'),
    status: 201,
    body: reasonRequest,
    answer: event,
  },
  {
    method: 'GET',
    path: '/api/versions/:versionId',
    summary: 'The canonical text of a version.',
    door: paper('version.read'),
    status: 200,
    answer: versionContent,
  },
  {
    method: 'GET',
    path: '/api/versions/:a/compare/:b',
    summary: 'What differs between two versions, and why.',
    door: paper('version.read'),
    status: 200,
    answer: comparison,
  },
  {
    method: 'PUT',
    path: '/api/versions/:versionId/publication',
    summary: 'Publishes a version.',
    door: paper('publication.make'),
    status: 201,
    body: publishRequest,
    answer: event,
  },
  {
    method: 'GET',
    path: '/api/versions/:versionId/export.:format',
    summary: 'A version as a file; a published one for anybody.',
    door: paper('version.read'),
    status: 200,
  },
  {
    method: 'GET',
    path: '/api/inbox',
    summary: 'What became of my comments.',
    door: signedIn,
    status: 200,
    answer: inbox,
  },
];
