import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearchParams } from 'react-router';
import { useLanguage } from '../base/language.ts';
import { useTitle } from '../base/title.ts';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { nextPage } from '../groups/next-page.ts';
import { signInQuery } from '../groups/queries.ts';
import { SampleFaces } from '../groups/SampleFaces.tsx';
import { SignInForm } from '../groups/SignInForm.tsx';
import { SignInFrame } from '../groups/SignInFrame.tsx';

/** The way in: a link by e-mail; while the sample is there, its people beside it. */
export function SignInPage() {
  const say = useLanguage();
  const ways = useQuery(signInQuery);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  useTitle(say('groups.sign-in.title'));
  const sample = ways.data?.sample ?? [];
  return (
    <SignInFrame>
      <SignInForm />
      {ways.isError && <ProblemNote problem={ways.error} retry={() => void ways.refetch()} />}
      {sample.length > 0 && (
        <>
          <hr />
          <SampleFaces
            group={ways.data?.sampleGroup ?? ''}
            people={sample}
            onEntered={() => void navigate(nextPage(search), { replace: true })}
          />
        </>
      )}
    </SignInFrame>
  );
}
