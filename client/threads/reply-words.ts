const shelf = (personId: string, threadId: string): string => `rapporteur.reply.${personId}.${threadId}`;
/** Where the device has no storage, words live as long as the page. */
const pageOnly = new Map<string, string>();

/** What this person has typed under a thread and not sent: it outlives the page, and ends with the tab. */
export function readReplyWords(personId: string, threadId: string): string {
  const key = shelf(personId, threadId);
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return pageOnly.get(key) ?? '';
  }
}

export function keepReplyWords(personId: string, threadId: string, words: string): void {
  const key = shelf(personId, threadId);
  try {
    if (words === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, words);
  } catch {
    pageOnly.set(key, words);
  }
}
