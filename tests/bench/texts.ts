import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LongText {
  name: string;
  markdown: string;
}

const PARAGRAPHS = 2000;
/** The shape of a long law: a heading to every four paragraphs of about 380 characters. */
const PARAGRAPHS_A_SECTION = 4;
const WORDS_A_PARAGRAPH = 58;
const WORDS =
  'the parties shall take into account in accordance with this section any measure that the Group has agreed upon and every member may'.split(
    ' ',
  );

/** A text of 2,000 blocks: the beginning of the corpus's longest Markdown file, else one made of the same shape. */
export function longText(corpus: string | null): LongText {
  return corpus === null ? generatedText() : corpusText(corpus);
}

function corpusText(folder: string): LongText {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
  const texts = files.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const longest = texts.sort((a, b) => b.text.length - a.text.length)[0];
  if (!longest) throw new Error(`${folder} holds no Markdown file`);
  const blocks = longest.text.replace(/^---\n[\s\S]*?\n---\n/, '').split(/\n{2,}/);
  return {
    name: `${longest.name}, its first ${PARAGRAPHS} blocks`,
    markdown: blocks.slice(0, PARAGRAPHS).join('\n\n'),
  };
}

function generatedText(): LongText {
  const blocks = Array.from({ length: PARAGRAPHS }, (_, at) => {
    const section = Math.floor(at / (PARAGRAPHS_A_SECTION + 1)) + 1;
    const within = at % (PARAGRAPHS_A_SECTION + 1);
    if (within === 0) return `## ${section} Section ${section}`;
    const words = Array.from(
      { length: WORDS_A_PARAGRAPH },
      (_unused, word) => WORDS[(at * 7 + word * 3) % WORDS.length],
    );
    return `${section}.${within} ${words.join(' ')}.`;
  });
  return { name: `a generated text of ${PARAGRAPHS} blocks`, markdown: blocks.join('\n\n') };
}
