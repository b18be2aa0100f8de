import '../imports/imports.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import type { Group } from '../../shared/groups/contract.ts';
import { mayInGroup } from '../../shared/groups/rights.ts';
import { useLanguage } from '../base/language.ts';
import { groupAddress } from '../base/place.ts';
import { problemOf } from '../base/problem-error.ts';
import { membershipIn, useSession } from '../base/session.ts';
import { useTitle } from '../base/title.ts';
import { LedgerPage } from '../base/ui/LedgerPage.tsx';
import { Masthead } from '../base/ui/Masthead.tsx';
import { ProblemNote } from '../base/ui/ProblemNote.tsx';
import { CheckStep } from '../imports/CheckStep.tsx';
import { FileStep } from '../imports/FileStep.tsx';
import { PostedStep } from '../imports/PostedStep.tsx';
import { PostMargin } from '../imports/PostMargin.tsx';
import { emptyWish, type PostWish } from '../imports/post-wish.ts';
import { usePost, usePreview } from '../imports/queries.ts';
import { type StepName, Steps } from '../imports/Steps.tsx';
import { papersQuery } from '../papers/queries.ts';

/** Posts a draft: the file and its symbol, every paragraph checked, posted. */
export function PostPage() {
  const say = useLanguage();
  const { groupId = '' } = useParams();
  const membership = membershipIn(useSession(), groupId);
  useTitle(say('imports.title'));
  if (!membership || !mayInGroup(membership.role, 'paper.create')) {
    return (
      <LedgerPage masthead={<Masthead groupId={groupId} />}>
        <ProblemNote problem={problemOf(membership ? 'not-allowed' : 'not-found')} />
      </LedgerPage>
    );
  }
  return <Posting group={membership.group} />;
}

function Posting({ group }: { group: Group }) {
  const say = useLanguage();
  const [wish, setWish] = useState<PostWish>(emptyWish);
  const [key, setKey] = useState('');
  const [isChecking, setChecking] = useState(false);
  const preview = usePreview(group.id);
  const post = usePost(group.id);
  const papers = useQuery(papersQuery(group.id));
  const step: StepName = post.data ? 'posted' : isChecking && preview.data ? 'check' : 'file';
  const back = () => setChecking(false);
  const before = useRef(step);
  // Each step is a page of its own for those who hear it: the focus goes to its beginning.
  useEffect(() => {
    if (before.current !== step) document.getElementById('main')?.focus({ preventScroll: true });
    before.current = step;
  }, [step]);
  const change = (next: PostWish) => {
    if (next.file !== wish.file) preview.reset();
    setWish(next);
  };
  const check = () =>
    preview.mutate(wish, {
      onSuccess: (found) => {
        if (wish.title.trim() === '' && found.title) setWish({ ...wish, title: found.title });
        setKey(crypto.randomUUID());
        post.reset();
        setChecking(true);
      },
    });
  const crumbs = [{ words: group.acronym, to: groupAddress(group.id) }, { words: say('imports.title') }];
  return (
    <div className="screen">
      <Masthead groupId={group.id} crumbs={crumbs} />
      <div className="imp">
        <Steps now={step} onBack={back} />
        {step === 'check' && preview.data ? (
          <CheckStep
            preview={preview.data}
            wish={wish}
            onBack={back}
            onPost={() => post.mutate({ wish, key })}
            isPosting={post.isPending}
            problem={post.error}
          />
        ) : (
          <div className="post">
            <main id="main" tabIndex={-1}>
              {post.data ? (
                <PostedStep
                  paperId={post.data.id}
                  wish={wish}
                  count={preview.data?.paragraphs.length ?? 0}
                  group={group}
                />
              ) : (
                <FileStep
                  group={group}
                  wish={wish}
                  onChange={change}
                  onCheck={check}
                  isChecking={preview.isPending}
                  problem={preview.error}
                  takenSymbols={papers.data?.map((paper) => paper.symbol) ?? []}
                />
              )}
            </main>
            <PostMargin isPosted={post.data !== undefined} />
          </div>
        )}
      </div>
    </div>
  );
}
