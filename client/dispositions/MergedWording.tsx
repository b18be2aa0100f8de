import type { MergedPiece } from '../../shared/text/merge.ts';
import { wordDifference } from '../../shared/text/words.ts';
import { useLanguage } from '../base/language.ts';
import { Button } from '../base/ui/Button.tsx';
import { Icon } from '../base/ui/Icon.tsx';
import { TextField } from '../base/ui/TextField.tsx';
import { WordDiff } from '../base/ui/WordDiff.tsx';
import type { Choice } from './proposed.ts';

/**
 * The wording that goes into the draft, made of both readings. Where both changed the same words, a dashed
 * place says so and one of them is chosen; or the words are written by hand.
 */
export function MergedWording({
  pieces,
  choices,
  edited,
  wording,
  asked,
  today,
  language,
  address,
  number,
  onChoose,
  onEdit,
}: {
  pieces: readonly MergedPiece[];
  choices: readonly Choice[];
  /** The words as they were written by hand; null while they are made of both. */
  edited: string | null;
  wording: string;
  asked: string;
  today: string;
  language: string;
  address: string;
  number: number;
  onChoose: (choices: readonly Choice[]) => void;
  onEdit: (words: string | null) => void;
}) {
  const say = useLanguage();
  const clashes = pieces.flatMap((piece) => (piece.kind === 'clash' ? [piece] : []));
  const isDecided = clashes.every((_, index) => (choices[index] ?? null) !== null);
  return (
    <div>
      {edited === null ? (
        <>
          <p className="h3">{say('dispositions.changed.wording')}</p>
          <div className="word" dir="auto" lang={language}>
            {isDecided ? (
              <WordDiff pieces={wordDifference(today, wording, language)} />
            ) : (
              <Pieces pieces={pieces} choices={choices} />
            )}
          </div>
        </>
      ) : (
        <TextField
          isSerif
          label={say('dispositions.changed.wording')}
          value={edited}
          onChange={onEdit}
          lines={4}
          maxLength={200_000}
          lang={language}
        />
      )}
      {edited === null &&
        clashes.map((clash, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: clashes have no other name and do not move
          // biome-ignore lint/a11y/useSemanticElements: a choice of two inside a form, not a part of it
          <div className="dl2" key={index} role="group" aria-label={say('dispositions.changed.both')}>
            <span>
              <Icon name="warn" /> {say('dispositions.changed.both')}
            </span>
            {(['ours', 'theirs'] as const).map((side) => (
              <Button
                isSmall
                key={side}
                icon={choices[index] === side ? 'check' : undefined}
                onPress={() => onChoose(clashes.map((_, at) => (at === index ? side : (choices[at] ?? null))))}
              >
                {say(`dispositions.changed.${side}`, {
                  words: clash[side].trim() || say('dispositions.changed.nothing'),
                  number,
                })}
              </Button>
            ))}
          </div>
        ))}
      {edited !== null && (
        <div className="prop" dir="auto" lang={language}>
          <p className="cap">{say('dispositions.changed.against-today', { address })}</p>
          <WordDiff pieces={wordDifference(today, wording, language)} around={120} />
        </div>
      )}
      <div className="dl2">
        {edited === null && (
          <Button isSmall onPress={() => onEdit(wording)}>
            {say('dispositions.changed.by-hand')}
          </Button>
        )}
        <span className="grow" />
        <span>{say('dispositions.changed.again')}</span>
        <Button isSmall onPress={() => onEdit(asked)}>
          {say('dispositions.changed.as-written', { number })}
        </Button>
        <Button isSmall onPress={() => onEdit(today)}>
          {say('dispositions.changed.as-today', { address })}
        </Button>
        {edited !== null && (
          <Button isSmall onPress={() => onEdit(null)}>
            {say('dispositions.changed.merged')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Pieces({ pieces, choices }: { pieces: readonly MergedPiece[]; choices: readonly Choice[] }) {
  const say = useLanguage();
  let clash = 0;
  return pieces.map((piece, index) => {
    const key = `${index} ${piece.kind}`;
    if (piece.kind === 'agreed') return <span key={key}>{piece.text}</span>;
    const choice = choices[clash++] ?? null;
    if (choice !== null) {
      return (
        <span key={key} className="settled">
          {piece[choice]}
        </span>
      );
    }
    return (
      <span key={key} className="clash">
        <span className="vh">{say('dispositions.changed.both')} </span>
        <del>{piece.theirs}</del>
        <ins className="r">{piece.ours}</ins>
      </span>
    );
  });
}
