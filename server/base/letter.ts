/** What a mail says: paragraphs, one address to open, and what to know about it. */
export interface Letter {
  paragraphs: readonly string[];
  action?: { label: string; href: string };
  after?: readonly string[];
}

/** Both parts of a mail from the same words. Plain HTML, no pictures, nothing fetched, each paragraph in its own direction. */
export function letter({ paragraphs, action, after = [] }: Letter): { text: string; html: string } {
  const link = action === undefined ? [] : [action];
  const text = [...paragraphs, ...link.map(({ label, href }) => `${label}:\n${href}`), ...after].join('\n\n');
  const html = [
    ...paragraphs.map(paragraph),
    ...link.map(
      ({ label, href }) => `<p><a href="${escapeHtml(href)}">${escapeHtml(label)}</a></p><p>${escapeHtml(href)}</p>`,
    ),
    ...after.map(paragraph),
  ];
  return { text: `${text}\n`, html: `<!doctype html>\n<html><body>\n${html.join('\n')}\n</body></html>\n` };
}

function paragraph(text: string): string {
  return `<p dir="auto">${escapeHtml(text)}</p>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as text, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
