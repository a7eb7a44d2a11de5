// What is typed, kept on this device for as long as the hub has not said that it has it. One entry per page of a campaign.
export type Entry = [name: string, value: string];
// «after» tells whose: it is the hub's time of the answers that were sent from this device before. «pressed» waits for the line.
export type Pressed = { name: string; value: string };
export type Kept = { stamp: number; after?: string; entries: Entry[]; pressed?: Pressed | null };

const PREFIX = 'answers ';

export function keep(key: string, kept: Kept): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(kept));
  } catch {
    // Full, or switched off: the hub's copy is then the only one.
  }
}

export function find(key: string): Kept | null {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? null : (JSON.parse(text) as Kept);
  } catch {
    return null;
  }
}

/** What is kept of all pages of a campaign. */
export function findAll(campaign: string): Kept[] {
  return names(campaign).flatMap((name) => find(name) ?? []);
}

/** Forgets a page, or with the campaign alone all its pages. */
export function forget(key: string): void {
  names(key).forEach((name) => localStorage.removeItem(PREFIX + name));
}

function names(key: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name === PREFIX + key || name.startsWith(PREFIX + key + ' '))
      .map((name) => name.slice(PREFIX.length));
  } catch {
    // Nothing can be kept here.
    return [];
  }
}
