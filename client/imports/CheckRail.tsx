import type { ImportPreview } from '../../shared/papers/contract.ts';
import { sayNumber, useLanguage } from '../base/language.ts';
import { TextButton } from '../base/ui/Button.tsx';
import { Sentence } from '../base/ui/Sentence.tsx';
import { languages, type PostWish } from './post-wish.ts';
import { countsOf } from './rows.ts';

const kinds = ['title', 'heading', 'paragraph', 'listItem', 'inTable'] as const;

/** What was found, in a sentence and in numbers, and the way to each doubt. */
export function CheckRail({ preview, wish, onBack }: { preview: ImportPreview; wish: PostWish; onBack: () => void }) {
  const say = useLanguage();
  const counts = countsOf(preview.paragraphs);
  const doubts = preview.warnings.filter((warning) => warning.look);
  const language = languages.find((each) => each.value === wish.language)?.label ?? wish.language;
  return (
    <aside className="rail" aria-label={say('imports.found')}>
      <p className="sum">
        <Sentence of="imports.sum" facts={{ count: preview.paragraphs.length, name: preview.name }} />{' '}
        <Sentence of="imports.sum-labelled" facts={{ count: counts.labelled }} />{' '}
        <Sentence of="imports.sum-doubts" facts={{ count: doubts.length }} />
      </p>
      <h2>{say('imports.kinds')}</h2>
      <dl>
        {kinds
          .filter((kind) => counts[kind] > 0)
          .map((kind) => (
            <div key={kind}>
              <dt>{say(`imports.kinds-of.${kind}`)}</dt>
              <dd>{sayNumber(counts[kind])}</dd>
            </div>
          ))}
      </dl>
      <h2>{say('imports.paper')}</h2>
      <dl>
        <div>
          <dt>{say('imports.symbol')}</dt>
          <dd>
            <bdi>{wish.symbol}</bdi>
          </dd>
        </div>
        <div>
          <dt>{say('imports.language')}</dt>
          <dd>{language}</dd>
        </div>
        <div>
          <dt>{say('imports.words')}</dt>
          <dd>{sayNumber(preview.words)}</dd>
        </div>
      </dl>
      <p className="chg">
        <TextButton onPress={onBack}>{say('imports.change-these')}</TextButton>
      </p>
      {doubts.length > 0 && (
        <>
          <h2>{say('imports.look', { count: doubts.length })}</h2>
          <ul className="look">
            {doubts.map((warning, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the doubts of a preview come together and do not move
              <li key={index}>
                <a href={`#row-${warning.at ?? 0}`}>{say(`imports.warning.${warning.code}.short`)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
