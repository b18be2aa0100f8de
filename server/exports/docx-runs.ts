import { ExternalHyperlink, type ParagraphChild, Tab, TextRun } from 'docx';
import { type Direction, directedPieces, directionOfText } from '../../shared/text/direction.ts';
import { type Paragraph, type Run, safeLink } from '../../shared/text/paragraph.ts';

/** The direction of a paragraph is that of its first strong letter, as on the screen; else that of the text. */
export function paragraphDirection(paragraph: Pick<Paragraph, 'text'>, base: Direction): Direction {
  return directionOfText(paragraph.text) ?? base;
}

/** The words of a paragraph for Word, after its label: typed, with a tab, as people type it. */
export function wordRuns(runs: readonly Run[], label: string | null, direction: Direction): ParagraphChild[] {
  const typed = label === null ? [] : [...textRuns({ text: label }, direction), new TextRun({ children: [new Tab()] })];
  const children: ParagraphChild[] = [...typed];
  let at = 0;
  while (at < runs.length) {
    const link = runs[at]?.link;
    let end = at + 1;
    while (end < runs.length && runs[end]?.link === link) end++;
    const words = runs.slice(at, end).flatMap((run) => textRuns(run, direction));
    const address = link === undefined ? undefined : safeLink(link);
    if (address === undefined) children.push(...words);
    else children.push(new ExternalHyperlink({ link: xmlText(address), children: words }));
    at = end;
  }
  return children;
}

/** One run in as many as it has directions; a line break and a tab are elements of their own in Word. */
function textRuns(run: Run, base: Direction): TextRun[] {
  return xmlText(run.text)
    .split(/(\n|\t)/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      if (part === '\n') return [new TextRun({ break: 1 })];
      if (part === '\t') return [new TextRun({ children: [new Tab()] })];
      return directedPieces(part, base).map(
        ({ text, direction }) =>
          new TextRun({
            text,
            ...(run.bold && { bold: true }),
            ...(run.italic && { italics: true }),
            ...(run.underline && { underline: {} }),
            ...(run.link !== undefined && safeLink(run.link) !== undefined && { style: 'Hyperlink' }),
            ...(direction === 'rtl' && { rightToLeft: true }),
          }),
      );
    });
}

/** Text that XML 1.0 can hold (section 2.2): no control characters, no half characters, one kind of line break. */
export function xmlText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/\p{Surrogate}/gu, '\ufffd')
  );
}
