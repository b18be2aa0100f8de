import type { Definition, PhrasingContent } from 'mdast';
import type { Run } from '../../shared/text/paragraph.ts';
import { readableLink } from './blocks.ts';
import { type Doubts, wordsLeftOut } from './warnings.ts';

/** What the words of one Markdown text refer to: link definitions, and footnotes in the order they are first named. */
export interface References {
  definitions: ReadonlyMap<string, Definition>;
  notes: Map<string, number>;
  doubts: Doubts;
}

type Format = Omit<Run, 'text'>;

/**
 * The runs of one Markdown block; a hard break is `\n`, a line end of the source a space (nothing between ideographs).
 * @param at index of the block, for the doubts about it
 */
export function runsOf(
  nodes: readonly PhrasingContent[],
  references: References,
  at: number,
  format: Format = {},
): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        return [{ ...format, text: unwrapped(node.value) }];
      case 'inlineCode':
        return [{ ...format, text: node.value }];
      case 'break':
        return [{ ...format, text: '\n' }];
      case 'strong':
        return runsOf(node.children, references, at, { ...format, bold: true });
      case 'emphasis':
        return runsOf(node.children, references, at, { ...format, italic: true });
      case 'delete': {
        const runs = runsOf(node.children, references, at, format);
        references.doubts.note('struck-through-kept', at, true, wordsLeftOut(runs.map((run) => run.text).join('')));
        return runs;
      }
      case 'link':
        return runsOf(node.children, references, at, linked(format, node.url, references, at));
      case 'linkReference': {
        const url = references.definitions.get(node.identifier)?.url ?? '';
        return runsOf(node.children, references, at, linked(format, url, references, at));
      }
      case 'image':
      case 'imageReference': {
        const name = node.alt || ('url' in node ? (node.url.split(/[/\\]/).at(-1) ?? '') : node.identifier);
        references.doubts.note('picture-replaced', at, false, { name });
        return [{ ...format, text: name === '' ? '[picture]' : `[picture: ${name}]` }];
      }
      case 'footnoteReference': {
        const number = references.notes.get(node.identifier) ?? references.notes.size + 1;
        references.notes.set(node.identifier, number);
        return [{ ...format, text: `[${number}]` }];
      }
      case 'html': {
        if (/^<br\s*\/?>$/i.test(node.value)) return [{ ...format, text: '\n' }];
        references.doubts.note('html-left-out', at, false, wordsLeftOut(node.value));
        return [];
      }
      default:
        return [];
    }
  });
}

function unwrapped(text: string): string {
  return text
    .replace(
      /([\p{Script=Han}\u3000-\u303f\u3040-\u30ff\uff00-\uffef])\n(?=[\p{Script=Han}\u3000-\u303f\u3040-\u30ff\uff00-\uffef])/gu,
      '$1',
    )
    .replace(/\n(?!: )/g, ' ');
}

/** An address inside the same file leads nowhere here, which surprises nobody; any other that is dropped is told. */
function linked(format: Format, url: string, references: References, at: number): Format {
  const link = readableLink(url);
  if (link !== undefined) return { ...format, link };
  if (url !== '' && !url.startsWith('#')) references.doubts.note('link-left-out', at, false, { text: url });
  return format;
}
