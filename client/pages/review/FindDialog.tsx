import { useMemo, useState } from 'react';
import type { Paragraph } from '../../../shared/text/paragraph.ts';
import { wordsOf } from '../../../shared/text/words.ts';
import type { Thread } from '../../../shared/threads/contract.ts';
import { useLanguage } from '../../base/language.ts';
import { Button } from '../../base/ui/Button.tsx';
import { Dialog } from '../../base/ui/Dialog.tsx';
import { TextField } from '../../base/ui/TextField.tsx';

/** Somewhere to go: a paragraph or a thread, with the words that were found. */
export interface Found {
  key: string;
  name: string;
  words: string;
  go: () => void;
}

const shownAtMost = 12;
const around = 60;

/** Finds a paragraph by what people call it (`6.2`), a thread by its number (`#12`), either by its words. */
export function FindDialog({
  paragraphs,
  threads,
  onParagraph,
  onThread,
  onClose,
}: {
  paragraphs: readonly Paragraph[];
  threads: readonly Thread[];
  onParagraph: (paragraphId: string) => void;
  onThread: (threadId: string) => void;
  onClose: () => void;
}) {
  const say = useLanguage();
  const [wanted, setWanted] = useState('');
  const words = wanted.trim();
  const found = useMemo(
    () =>
      words === ''
        ? []
        : [...paragraphsWith(words, paragraphs, onParagraph), ...threadsWith(words, threads, onThread, say)].slice(
            0,
            shownAtMost,
          ),
    [words, paragraphs, threads, onParagraph, onThread, say],
  );
  const goTo = (place: Found | undefined) => {
    if (!place) return;
    onClose();
    place.go();
  };
  return (
    <Dialog
      isOpen
      size="slim"
      onClose={onClose}
      onSubmit={() => goTo(found[0])}
      title={say('paper.find.title')}
      actions={
        <>
          <Button kind="main" type="submit" isDisabled={found.length === 0}>
            {say('paper.find.go')}
          </Button>
          <Button kind="bare" onPress={onClose}>
            {say('base.cancel')}
          </Button>
        </>
      }
    >
      <TextField
        label={say('paper.find.field')}
        help={say('paper.find.help')}
        value={wanted}
        onChange={setWanted}
        autoFocus
      />
      {words !== '' && found.length === 0 && <p role="status">{say('paper.find.none')}</p>}
      <ul className="found">
        {found.map((place) => (
          <li key={place.key}>
            <button type="button" onClick={() => goTo(place)}>
              <bdi>{place.name}</bdi>
              <span dir="auto">{place.words}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** The paragraph that is called so comes first, then those whose name begins so, then those with the words. */
function paragraphsWith(words: string, paragraphs: readonly Paragraph[], go: (id: string) => void): Found[] {
  const plain = words.toLocaleLowerCase();
  const rank = ({ address, label, text }: Paragraph): number => {
    if (label === words || address === words) return 0;
    if (address.toLocaleLowerCase().startsWith(plain)) return 1;
    return text.toLocaleLowerCase().includes(plain) ? 2 : 3;
  };
  return paragraphs
    .map((paragraph) => ({ paragraph, rank: rank(paragraph) }))
    .filter((each) => each.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, shownAtMost)
    .map(({ paragraph, rank: at }) => ({
      key: paragraph.id,
      name: paragraph.address,
      words: at === 2 ? cutOut(paragraph.text, plain) : firstPart(paragraph.text),
      go: () => go(paragraph.id),
    }));
}

function threadsWith(
  words: string,
  threads: readonly Thread[],
  go: (id: string) => void,
  say: ReturnType<typeof useLanguage>,
): Found[] {
  const plain = words.toLocaleLowerCase();
  const number = Number(words.replace(/^#/u, ''));
  const wordsIn = (thread: Thread) =>
    [thread.opening.text ?? '', thread.proposal?.text ?? '', ...thread.replies.map((reply) => reply.text ?? '')].join(
      ' ',
    );
  return threads
    .filter((thread) => thread.number === number || wordsIn(thread).toLocaleLowerCase().includes(plain))
    .sort((a, b) => Number(b.number === number) - Number(a.number === number) || a.number - b.number)
    .map((thread) => ({
      key: thread.id,
      name: say('paper.find.thread', { number: thread.number, organisation: thread.opening.speaker.organisation }),
      words: thread.number === number ? firstPart(wordsIn(thread)) : cutOut(wordsIn(thread), plain),
      go: () => go(thread.id),
    }));
}

function firstPart(text: string): string {
  return text.length <= 2 * around
    ? text
    : `${wordsOf(text.slice(0, 2 * around))
        .slice(0, -1)
        .join('')}…`;
}

function cutOut(text: string, plain: string): string {
  const at = text.toLocaleLowerCase().indexOf(plain);
  if (at < around) return firstPart(text);
  return `…${text.slice(at - around / 2, at + around)}…`;
}
