import { useNavigate, useSearchParams } from 'react-router';
import { useLanguage } from '../base/language.ts';
import { ProblemError } from '../base/problem-error.ts';
import { useTitle } from '../base/title.ts';
import { Button, ButtonLink } from '../base/ui/Button.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { nextPage } from '../groups/next-page.ts';
import { useConfirmLink } from '../groups/queries.ts';
import { SignInFrame } from '../groups/SignInFrame.tsx';

/**
 * Where the mailed link leads. Opening the page spends nothing, because programs that look into mail open
 * links too; only the person's button does.
 */
export function ConfirmPage() {
  const say = useLanguage();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const link = useConfirmLink();
  useTitle(say('groups.sign-in.title'));
  const token = search.get('token');
  const isSpent = token === null || (link.error instanceof ProblemError && link.error.slug === 'link-spent');
  return (
    <SignInFrame>
      <h1>{say(isSpent ? 'groups.confirm.spent' : 'groups.confirm.title')}</h1>
      <p>{say(isSpent ? 'groups.confirm.spent-lead' : 'groups.confirm.lead')}</p>
      {!isSpent && <ProblemNote problem={link.error} />}
      {isSpent ? (
        <ButtonLink kind="main" to="/sign-in">
          {say('groups.confirm.new')}
        </ButtonLink>
      ) : (
        <Button
          kind="main"
          isPending={link.isPending}
          onPress={() => link.mutate(token, { onSuccess: () => void navigate(nextPage(search), { replace: true }) })}
        >
          {say('groups.confirm.go')}
        </Button>
      )}
    </SignInFrame>
  );
}
