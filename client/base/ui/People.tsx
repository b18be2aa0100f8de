import type { Presence } from '../../../shared/live.ts';
import { useLanguage } from '../language.ts';

const shades = ['', 'b', 'c', 'd'];

/** Letters of an organisation: no flags, no photos. "Delegation A" is A, "Secretariat 1" is S1. */
export function lettersOf(organisation: string): string {
  const words = organisation.split(/\s+/).filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  if (words.length > 1 && last.length === 1) return last.toUpperCase();
  const first = (words[0] ?? '').slice(0, 1).toUpperCase();
  return /^\d{1,2}$/.test(last) ? `${first}${last}` : first;
}

/** The shade of an organisation's letters: the same at every place and time. */
function shadeOf(organisation: string): string {
  let sum = 0;
  for (const letter of organisation) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return shades[sum % shades.length] ?? '';
}

export function Avatar({ organisation, title }: { organisation: string; title?: string }) {
  return (
    <span className={`av ${shadeOf(organisation)}`} title={title}>
      {lettersOf(organisation)}
    </span>
  );
}

/** Who has the paper open now, three by their letters and the rest as a number. */
export function People({ here }: { here: readonly Presence[] }) {
  const say = useLanguage();
  if (here.length === 0) return null;
  const rest = here.length - 3;
  return (
    <span className="avs" role="img" aria-label={say('base.people-here', { count: here.length })}>
      {here.slice(0, 3).map((person) => (
        <Avatar
          key={person.personId}
          organisation={person.organisation}
          title={say(`base.activity.${person.activity}`, { organisation: person.organisation })}
        />
      ))}
      {rest > 0 && <span className="av">+{rest}</span>}
    </span>
  );
}
