import { useLanguage } from '../base/language.ts';
import { TextButton } from '../base/ui/Button.tsx';
import type { CompareView } from './ChangeRow.tsx';
import { type Line, nameOf } from './rows.ts';

/** What is the same in both: folded it says from where to where, opened it shows the words. */
export function SameRow({
  line,
  view,
  language,
  onOpen,
}: {
  line: Exclude<Line, { kind: 'change' }>;
  view: CompareView;
  language: string;
  onOpen: () => void;
}) {
  const say = useLanguage();
  if (line.kind === 'same') {
    const { paragraph } = line;
    const words = (side: string) => (
      <div className={`cell ${side}`} data-kind={paragraph.kind} dir="auto" lang={language}>
        <bdi className="n" dir="ltr">
          {paragraph.address}
        </bdi>
        {paragraph.text}
      </div>
    );
    return (
      <div className="row plain">
        {view === 'side' && words('old')}
        {view === 'side' && <div className="spine" />}
        {words('new')}
        {view === 'inline' && <div className="spine" />}
      </div>
    );
  }
  const first = line.paragraphs[0];
  const last = line.paragraphs.at(-1);
  if (!first || !last) return null;
  const folded =
    line.paragraphs.length === 1
      ? say('changes.same-one', { name: nameOf(first) })
      : say('changes.same-several', { first: nameOf(first), last: nameOf(last) });
  const spine = (
    <div className="spine">
      <TextButton label={say('changes.show-of', { count: line.paragraphs.length, words: folded })} onPress={onOpen}>
        {say('changes.show', { count: line.paragraphs.length })}
      </TextButton>
    </div>
  );
  return (
    <div className="row same">
      {view === 'side' && <div className="cell old">{folded}</div>}
      {view === 'side' && spine}
      <div className="cell new" aria-hidden={view === 'side' ? true : undefined}>
        {folded}
      </div>
      {view === 'inline' && spine}
    </div>
  );
}
