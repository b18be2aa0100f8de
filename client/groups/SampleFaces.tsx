import type { SamplePerson } from '../../shared/groups/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Avatar } from '../base/ui/People.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { useEnterSample } from './queries.ts';

/** The people of the sample: one press, and one is that person. */
export function SampleFaces({
  group,
  people,
  onEntered,
}: {
  group: string;
  people: readonly SamplePerson[];
  onEntered: () => void;
}) {
  const say = useLanguage();
  const entrance = useEnterSample();
  return (
    <section aria-labelledby="sample-title">
      <h2 id="sample-title">{say('groups.sign-in.sample')}</h2>
      <p className="hint">{say('groups.sign-in.sample-what', { group })}</p>
      <ul className="faces">
        {people.map((person) => (
          <li key={person.slug}>
            <Button
              isPending={entrance.isPending && entrance.variables === person.slug}
              onPress={() => entrance.mutate(person.slug, { onSuccess: onEntered })}
            >
              <Avatar organisation={person.organisation} />
              <span>{person.name}</span>
              <span className="role">{say(`base.member-role.${person.role}`)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNote problem={entrance.error} />
    </section>
  );
}
