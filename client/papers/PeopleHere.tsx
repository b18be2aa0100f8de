import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Presence } from '../../shared/live.ts';
import { useLanguage } from '../base/language.ts';
import { usePresence } from '../base/live.ts';
import { Avatar, People } from '../base/ui/People.tsx';

/** Who else has the paper open now: letters in the masthead, names and what they do on a press. */
export function PeopleHere({
  paperId,
  personId,
  addressOf,
}: {
  paperId: string;
  /** Who is reading this screen: they know that they are here. */
  personId: string;
  /** What people call a paragraph; null where it is not in the text any more. */
  addressOf: (paragraphId: string) => string | null;
}) {
  const say = useLanguage();
  const others = usePresence(paperId).filter((person) => person.personId !== personId);
  if (others.length === 0) return null;
  return (
    <DialogTrigger>
      <AriaButton className="here" aria-label={say('base.people-here', { count: others.length + 1 })}>
        <People here={others} />
      </AriaButton>
      <Popover className="menu" placement="bottom end" offset={6}>
        <Dialog aria-label={say('paper.here')}>
          <ul className="here-list">
            {others.map((person) => (
              <li key={person.personId}>
                <Avatar organisation={person.organisation} />
                <span>
                  <b>{person.name}</b> {person.organisation === person.name ? null : person.organisation}
                  <small>{doing(person, addressOf, say)}</small>
                </span>
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function doing(
  person: Presence,
  addressOf: (id: string) => string | null,
  say: ReturnType<typeof useLanguage>,
): string {
  const address = person.paragraphId === null ? null : addressOf(person.paragraphId);
  return address === null ? say(`paper.does.${person.activity}`) : say(`paper.does-on.${person.activity}`, { address });
}
