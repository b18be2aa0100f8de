import type { Paragraph } from '../../shared/text/paragraph.ts';

/** A section of the outline: a heading, and the paragraphs up to the next one. */
export interface Section {
  heading: Paragraph;
  /** The heading itself comes first. */
  paragraphs: Paragraph[];
}

/** Deeper headings belong to the section above them: an outline is read at a glance. */
const deepest = 2;

/** The sections of a text in their order; what stands before the first heading is in none. */
export function sectionsOf(paragraphs: readonly Paragraph[]): Section[] {
  const sections: Section[] = [];
  for (const paragraph of paragraphs) {
    const isHead = paragraph.kind === 'heading' && (paragraph.level ?? 1) <= deepest;
    if (isHead) sections.push({ heading: paragraph, paragraphs: [paragraph] });
    else sections.at(-1)?.paragraphs.push(paragraph);
  }
  return sections;
}

/** The section in which a paragraph stands. */
export function sectionWith(sections: readonly Section[], paragraphId: string | null): Section | undefined {
  if (paragraphId === null) return undefined;
  return sections.find((section) => section.paragraphs.some((paragraph) => paragraph.id === paragraphId));
}

/** How many open threads stand on the paragraphs of a section. */
export function openIn(section: Section, openOn: ReadonlyMap<string, number>): number {
  return section.paragraphs.reduce((sum, paragraph) => sum + (openOn.get(paragraph.id) ?? 0), 0);
}
