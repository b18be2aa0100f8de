import { useLanguage } from '../base/language.ts';
import { Icon } from '../base/ui/Icon.tsx';
import type { Line } from './addresses.ts';

/** Says why a line of the invitation is left out. */
export function LeftOutLine({ line }: { line: Line }) {
  const say = useLanguage();
  const [what, then] = wordsOf(line);
  return (
    <div className="say-warn">
      <Icon name="warn" />
      <b>{what}</b>
      <span>{then}</span>
    </div>
  );

  function wordsOf(left: Line): [string, string] {
    if (left.kind === 'member') {
      const { email, organisation } = left;
      return [say('groups.invite.member-of', { email, organisation }), say('groups.invite.member-of-then')];
    }
    if (left.kind === 'invited')
      return [say('groups.invite.known', { email: left.email }), say('groups.invite.known-then')];
    return [say('groups.invite.unreadable', { line: left.line }), say('groups.invite.unreadable-then')];
  }
}
