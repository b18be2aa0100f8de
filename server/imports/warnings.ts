import type { ImportWarning, WarningCode } from '../../shared/imports/contract.ts';
import { wordCount } from '../../shared/text/words.ts';

/** Words that do not become a paragraph, said so that they can be read again: how many, and which. */
export function wordsLeftOut(text: string): { words: number; text: string } {
  const lines = text.split('\n').map((line) => line.trim());
  const plain = lines.filter((line) => line !== '').join('\n');
  return { words: wordCount(plain), text: plain };
}

/** Collects the doubts of one reading. Doubts of one kind about one block are one warning: numbers add up, texts follow each other. */
export class Doubts {
  private readonly found = new Map<string, ImportWarning>();

  /** Notes a doubt beside the block with the index `at`, or about the whole text. */
  note(code: WarningCode, at: number | null, look: boolean, facts: ImportWarning['facts']): void {
    const key = `${code} ${at}`;
    const before = this.found.get(key);
    if (before) before.facts = joined(before.facts, facts);
    else this.found.set(key, { code, at, look, facts });
  }

  /** Takes over what was said about a piece of text that now stands from `start` on. */
  take(others: Doubts, start: number): void {
    for (const { code, at, look, facts } of others.found.values())
      this.note(code, at === null ? null : at + start, look, facts);
  }

  /** All of them, those about the whole text first, then in the order of the text. Indexes past the end mean the last block. */
  list(blocks: number): ImportWarning[] {
    const last = Math.max(0, blocks - 1);
    return [...this.found.values()]
      .map((warning) => ({ ...warning, at: warning.at === null ? null : Math.min(warning.at, last) }))
      .sort((a, b) => (a.at ?? -1) - (b.at ?? -1));
  }
}

const countedFacts = new Set(['words', 'count', 'boxes', 'entries']);

function joined(before: ImportWarning['facts'], more: ImportWarning['facts']): ImportWarning['facts'] {
  const facts = { ...before };
  for (const [name, value] of Object.entries(more)) {
    const old = facts[name];
    if (typeof old === 'number' && typeof value === 'number') facts[name] = countedFacts.has(name) ? old + value : old;
    else if (old === undefined) facts[name] = value;
    else if (name === 'text' || old !== value) facts[name] = `${old}\n${value}`;
  }
  return facts;
}

/** Nobody reads a hundred warnings of one kind: what exceeds this is told as a number. Those that hold words all stay. */
const mostOfOneKind = 40;

/** Warnings shortened to what a person reads; words that were left out are never shortened away. */
export function foldWarnings(warnings: readonly ImportWarning[]): ImportWarning[] {
  const seen = new Map<WarningCode, number>();
  const kept = warnings.filter((warning) => {
    const times = (seen.get(warning.code) ?? 0) + 1;
    seen.set(warning.code, times);
    return times <= mostOfOneKind || 'words' in warning.facts;
  });
  const folded = [...seen].flatMap(([code, times]): ImportWarning[] => {
    const more = times - kept.filter((warning) => warning.code === code).length;
    return more > 0 ? [{ code: 'further-warnings', at: null, look: false, facts: { of: code, count: more } }] : [];
  });
  return [...folded, ...kept];
}
