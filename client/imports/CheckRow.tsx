import type { ImportWarning } from '../../shared/imports/contract.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import { useLanguage } from '../base/language.ts';
import { TextButton } from '../base/ui/Button.tsx';
import { RunText } from './RunText.tsx';
import { WarningNote } from './WarningNote.tsx';

/** One paragraph as it will stand: what it is, what it will be called, its words, and the doubts beside it. */
export function CheckRow({
  paragraph,
  warnings,
  at,
}: {
  paragraph: Paragraph;
  warnings: readonly ImportWarning[];
  at: number;
}) {
  const say = useLanguage();
  const { kind, level, address, label } = paragraph;
  const shape = [
    'frow',
    kind === 'title' && 't',
    kind === 'heading' && 'h',
    kind === 'listItem' && 'in',
    paragraph.cell && 'box',
  ];
  const words = kind === 'heading' ? say('imports.kind.heading', { level: level ?? 1 }) : say(`imports.kind.${kind}`);
  const under = label === null && kind === 'listItem' ? address.replace(/ –.*$/, '') : '';
  return (
    <div className={shape.filter(Boolean).join(' ')} id={`row-${at}`} tabIndex={-1}>
      <p className="k">
        {words}
        {under !== '' && under !== address && (
          <span className="who-under">{say('imports.under', { address: under })}</span>
        )}
        {paragraph.cell && (
          <span className="who-under">{say('imports.in-table', { table: paragraph.cell.table })}</span>
        )}
      </p>
      <p className="x" dir="auto">
        {kind !== 'title' && (
          <span className="n" dir="ltr">
            {label ?? address}
          </span>
        )}
        <RunText runs={paragraph.runs} />
      </p>
      <div className="m">
        {warnings.map((warning, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph's warnings come together and do not move
          <WarningNote key={index} warning={warning} id={`warning-${at}-${index}`} />
        ))}
      </div>
    </div>
  );
}

/** A run of paragraphs with nothing to look at, named by where it begins and ends. */
export function FoldRow({ paragraphs, onShow }: { paragraphs: readonly Paragraph[]; onShow: () => void }) {
  const say = useLanguage();
  const [first, last] = [paragraphs[0]?.address ?? '', paragraphs.at(-1)?.address ?? ''];
  return (
    <div className="frow folded">
      <p className="k" />
      <p className="x">
        <span dir="ltr">{say('imports.fold', { first, last })}</span>
      </p>
      <div className="m">
        <div className="w ok">
          <b>{say('imports.folded')}</b>
          <TextButton onPress={onShow}>{say('imports.show', { count: paragraphs.length })}</TextButton>
        </div>
      </div>
    </div>
  );
}
