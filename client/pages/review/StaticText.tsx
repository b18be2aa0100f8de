import '../../draft/text.css';
import { directionOf } from '../../../shared/text/direction.ts';
import { htmlOf } from '../../../shared/text/html.ts';
import type { Paragraph } from '../../../shared/text/paragraph.ts';

/** A text that is only read: until the editor has loaded, and as it was posted. The same tags as the editor draws. */
export function StaticText({ paragraphs, language }: { paragraphs: readonly Paragraph[]; language: string }) {
  return (
    <div className="draft" dir={directionOf(language)}>
      <div
        className="draft-text"
        lang={language}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: `htmlOf` escapes every word and lets only safe links through
        dangerouslySetInnerHTML={{ __html: htmlOf(paragraphs, { language }) }}
      />
    </div>
  );
}
