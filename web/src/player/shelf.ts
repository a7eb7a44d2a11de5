// What is typed, kept on this device for as long as the hub has not said that it has it. One entry per page;
// a shelf is one person's on one device for one campaign.
export type Entry = [name: string, value: string];
// «after» tells whose: it is the hub's time of the answers that were sent from this device before. «pressed» waits for the line.
export type Pressed = { name: string; value: string };
export type Kept = { stamp: number; after?: string; entries: Entry[]; pressed?: Pressed | null };

const PREFIX = 'answers ';
const KEPT_MS = 30 * 24 * 3600 * 1000;

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

/** What is kept of all pages. */
export function findAll(shelf: string): Kept[] {
  return names(shelf).flatMap((name) => find(name) ?? []);
}

/** Forgets a page, or with the shelf alone all its pages. */
export function forget(key: string): void {
  names(key).forEach((name) => localStorage.removeItem(PREFIX + name));
}

function names(key: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name === PREFIX + key || name.startsWith(key === '' ? PREFIX : PREFIX + key + ' '))
      .map((name) => name.slice(PREFIX.length));
  } catch {
    // Nothing can be kept here.
    return [];
  }
}

/** Forgets what the hub would have forgotten by now. */
export function sweep(): void {
  names('').forEach((name) => Date.now() - (find(name)?.stamp ?? 0) > KEPT_MS && localStorage.removeItem(PREFIX + name));
}

/** Forgets all: somebody else may hold the device next. */
export function forgetAll(): void {
  names('').forEach((name) => localStorage.removeItem(PREFIX + name));
}
