import { useState } from 'react';
import { emailAddress } from '../../shared/groups/contract.ts';
import { useLanguage } from '../base/language.ts';
import { Button, TextButton } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { Sentence } from '../base/ui/Sentence.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { useAskForLink } from './queries.ts';

/** Asks for a link by e-mail; then says that it is on its way, without saying whether the address is known. */
export function SignInForm() {
  const say = useLanguage();
  const [email, setEmail] = useState('');
  const [isFaulty, setFaulty] = useState(false);
  const link = useAskForLink();
  if (link.isSuccess) {
    return (
      <>
        <h1>{say('groups.sign-in.sent')}</h1>
        <div className="say-yes" role="status">
          <Icon name="mail" />
          <span>
            <Sentence of="groups.sign-in.sent-to" parts={{ email: <b>{email.trim()}</b> }} />
          </span>
        </div>
        <p className="hint">
          {say('groups.sign-in.no-email')}{' '}
          <TextButton onPress={() => link.reset()}>{say('groups.sign-in.again')}</TextButton>
        </p>
      </>
    );
  }
  const ask = () => {
    const isAddress = emailAddress.safeParse(email).success;
    setFaulty(!isAddress);
    if (isAddress) link.mutate(email.trim());
  };
  return (
    <>
      <h1>{say('groups.sign-in.title')}</h1>
      <p>{say('groups.sign-in.lead')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <TextField
          label={say('groups.sign-in.email')}
          help={say('groups.sign-in.email-help')}
          fault={isFaulty ? say('groups.sign-in.email-fault') : null}
          type="email"
          name="email"
          autoComplete="email"
          dir="ltr"
          value={email}
          onChange={setEmail}
        />
        <ProblemNote problem={link.error} />
        <Button kind="main" type="submit" icon="mail" isPending={link.isPending}>
          {say('groups.sign-in.send')}
        </Button>
      </form>
    </>
  );
}
