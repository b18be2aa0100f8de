import type { Invite } from '../../shared/groups/contract.ts';
import { letter } from '../base/letter.ts';
import type { Mailer } from '../base/mail.ts';

/** Tells somebody that they are invited. The mail holds no secret: signing in proves the address. */
export async function mailInvitation(
  mailer: Mailer,
  origin: string,
  wish: Pick<Invite, 'email' | 'name'>,
  group: { acronym: string; name: string },
  organisation: string,
  from: string,
): Promise<void> {
  const href = `${origin}/sign-in?email=${encodeURIComponent(wish.email)}`;
  const words = letter({
    paragraphs: [
      `${from} invites you to ${group.acronym}, ${group.name}. You speak there for ${organisation}.`,
      'Open this address and ask for a sign-in link to this mailbox.',
    ],
    action: { label: `Go to ${group.acronym}`, href },
    after: ['If you do not expect this invitation, leave it: nothing happens.'],
  });
  await mailer.send({ to: wish.email, subject: `Invitation to ${group.acronym}`, link: href, ...words });
}
