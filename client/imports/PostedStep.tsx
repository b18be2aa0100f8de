import type { Group } from '../../shared/groups/contract.ts';
import { useLanguage } from '../base/language.ts';
import { groupAddress, paperAddress } from '../base/place.ts';
import { ButtonLink } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import type { PostWish } from './post-wish.ts';

/** Step 3: the paper is there, and what comes next. */
export function PostedStep({
  paperId,
  wish,
  count,
  group,
}: {
  paperId: string;
  wish: PostWish;
  count: number;
  group: Group;
}) {
  const say = useLanguage();
  return (
    <>
      <h1>{say('imports.posted', { symbol: wish.symbol })}</h1>
      <p className="lead" dir="auto" lang={wish.language}>
        {wish.title}
      </p>
      <div className="say-yes" role="status">
        <Icon name="check" />
        <b>{say('imports.stored', { count })}</b>
        <span>{say('imports.stored-then', { group: group.acronym })}</span>
      </div>
      <p className="acts">
        <ButtonLink kind="main" to={paperAddress(paperId)}>
          {say('imports.open-paper')}
        </ButtonLink>
        <ButtonLink to={groupAddress(group.id)}>{say('imports.to-group', { group: group.acronym })}</ButtonLink>
      </p>
    </>
  );
}
