import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Tab,
  TextRun,
  Paragraph as WordParagraph,
} from 'docx';
import { directionOf } from '../../shared/text/direction.ts';
import type { Paragraph } from '../../shared/text/paragraph.ts';
import type { VersionContent } from '../../shared/versions/contract.ts';
import { wordBlocks } from './docx-blocks.ts';
import { xmlText } from './docx-runs.ts';
import { numberingOf, stylesOf } from './docx-styles.ts';
import { itemPlaces } from './lists.ts';

/** A version, or the living text, to be written as a file. */
export interface Exported {
  paper: Pick<VersionContent['paper'], 'symbol' | 'title' | 'language'>;
  /** What the text is called (`Draft 2`), and its hash where it is frozen. */
  version: { name: string; hash?: string };
  paragraphs: readonly Paragraph[];
}

/**
 * The text as a Word file (ECMA-376): Word's own styles for title and headings, real lists and tables, numbers of
 * paragraphs as typed text, so that what one reads is what is written. Links are its only relations to the outside.
 */
export function docxOf({ paper, version, paragraphs }: Exported): Promise<Buffer> {
  const direction = directionOf(paper.language);
  const places = itemPlaces(paragraphs);
  const bidirectional = direction === 'rtl' && { bidirectional: true };
  return Packer.toBuffer(
    new Document({
      title: xmlText(paper.title),
      subject: xmlText(`${paper.symbol}, ${version.name}`),
      creator: 'Rapporteur',
      lastModifiedBy: 'Rapporteur',
      ...(version.hash !== undefined && { description: xmlText(`SHA-256 ${version.hash}`) }),
      styles: stylesOf(paper.language, direction),
      numbering: numberingOf(places.values()),
      sections: [
        {
          properties: {
            page: { size: A4, margin: { top: 1304, bottom: 1304, left: 1304, right: 1304 } },
          },
          headers: {
            default: new Header({
              children: [
                new WordParagraph({
                  ...bidirectional,
                  tabStops: [{ type: 'right', position: A4.width - 2 * 1304 }],
                  children: [
                    new TextRun({ text: xmlText(paper.symbol), size: 18 }),
                    new TextRun({ children: [new Tab(), xmlText(version.name)], size: 18 }),
                  ],
                }),
              ],
            }),
          },
          footers: {
            default: new Footer({
              children: [
                new WordParagraph({
                  alignment: AlignmentType.CENTER,
                  children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 })],
                }),
              ],
            }),
          },
          children: wordBlocks(paragraphs, places, direction),
        },
      ],
    }),
  );
}

const A4 = { width: 11906, height: 16838 };
