/** Waits for a condition, looking every few milliseconds. @throws Error that names what did not come */
export async function until(condition: () => boolean | Promise<boolean>, what: string, seconds = 15): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await new Promise((look) => setTimeout(look, 15));
  }
}
