import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { emailAddress } from '../../shared/groups/contract.ts';
import { useLanguage } from '../base/language.ts';
import { ProblemError } from '../base/problem-error.ts';
import { useTitle } from '../base/title.ts';
import { Button, ButtonLink } from '../base/ui/Button.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { GroupFields, type GroupWish, isWhole } from '../groups/GroupFields.tsx';
import { useSetUp } from '../groups/queries.ts';
import { SignInFrame } from '../groups/SignInFrame.tsx';
import { ownZone } from '../groups/ZoneFields.tsx';

/** The first page of an installation: who sets it up, and their first group. The link works once. */
export function SetUpPage() {
  const say = useLanguage();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const setUp = useSetUp();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [group, setGroup] = useState<GroupWish>({ acronym: '', name: '', ...ownZone });
  const [isAsked, setAsked] = useState(false);
  useTitle(say('groups.set-up.title'));
  const token = search.get('token') ?? '';
  const isAddress = emailAddress.safeParse(email).success;
  const isReady = name.trim() !== '' && isAddress && isWhole(group);
  const isSpent = token === '' || (setUp.error instanceof ProblemError && setUp.error.slug === 'setup-spent');
  const go = () => {
    setAsked(true);
    if (isReady)
      setUp.mutate({ token, name, email, group }, { onSuccess: () => void navigate('/', { replace: true }) });
  };
  if (isSpent) {
    return (
      <SignInFrame>
        <h1>{say('groups.set-up.spent')}</h1>
        <p>{say('groups.set-up.spent-lead')}</p>
        <ButtonLink kind="main" to="/sign-in">
          {say('groups.sign-in.title')}
        </ButtonLink>
      </SignInFrame>
    );
  }
  return (
    <SignInFrame>
      <h1>{say('groups.set-up.title')}</h1>
      <p>{say('groups.set-up.lead')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <TextField
          label={say('groups.set-up.name')}
          value={name}
          onChange={setName}
          autoComplete="name"
          maxLength={200}
        />
        <TextField
          label={say('groups.sign-in.email')}
          type="email"
          autoComplete="email"
          dir="ltr"
          value={email}
          onChange={setEmail}
          fault={isAsked && !isAddress ? say('groups.sign-in.email-fault') : null}
        />
        <GroupFields value={group} onChange={setGroup} />
        {isAsked && !isReady && <p className="hint">{say('groups.set-up.missing')}</p>}
        <ProblemNote problem={setUp.error} />
        <Button kind="main" type="submit" isPending={setUp.isPending}>
          {say('groups.set-up.go')}
        </Button>
      </form>
    </SignInFrame>
  );
}
