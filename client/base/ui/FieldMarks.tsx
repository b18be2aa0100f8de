import type { Answer } from '../../../shared/dispositions/contract.ts';
import type { OrganisationKind } from '../../../shared/groups/contract.ts';
import type { Mark } from '../../../shared/threads/contract.ts';
import { useLanguage } from '../language.ts';
import { Icon, type IconName } from './Icon.tsx';

const looks: Record<Answer, { look: string; icon: IconName }> = {
  accepted: { look: 'yes', icon: 'check' },
  acceptedWithModification: { look: 'mod', icon: 'checkmod' },
  noted: { look: 'noted', icon: 'noted' },
  notAccepted: { look: 'no', icon: 'cross' },
  outOfScope: { look: 'out', icon: 'out' },
  duplicate: { look: 'dup', icon: 'dup' },
};

/** The secretariat's answer: symbol, word and colour together. Null: nobody has answered yet. */
export function AnswerMark({
  answer,
  duplicateOf,
  words,
}: {
  answer: Answer | null;
  duplicateOf?: number;
  /** In the place of its own words: "Accepted, applied 14 March". */
  words?: string;
}) {
  const say = useLanguage();
  const { look, icon } = answer === null ? { look: 'open', icon: 'open' as const } : looks[answer];
  const own =
    answer === 'duplicate' && duplicateOf !== undefined
      ? say('base.answer.duplicate-of', { number: duplicateOf })
      : say(`base.answer.${answer ?? 'none'}`);
  return (
    <span className={`disp ${look}`}>
      <Icon name={icon} />
      {words ?? own}
    </span>
  );
}

/** ADD, MOD, SUP, NOC: always the letters. Their meaning is their name for screen readers. */
export function KindMark({ mark }: { mark: Mark }) {
  const say = useLanguage();
  return (
    <abbr className={`kind ${mark.toLowerCase()}`} title={say(`base.mark.${mark}`)}>
      {mark}
    </abbr>
  );
}

/** An organisation with what it is: "Delegation A Member State". */
export function OrganisationName({ name, kind }: { name: string; kind?: OrganisationKind }) {
  const say = useLanguage();
  return (
    <>
      <span className="org">{name}</span>
      {kind && kind !== 'secretariat' && <span className="role"> {say(`base.organisation-kind.${kind}`)}</span>}
    </>
  );
}
