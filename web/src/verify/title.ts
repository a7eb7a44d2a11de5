// What a document calls itself: a stranger's words, bound by its digest.
import { harmless } from './refusal';

const LONGEST = 120;
const DEEPEST = 64;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** The title as it may be shown; '' for a document that is no JSON object, or does not name exactly one, and that in words. */
export function titleOf(document: string): string {
  let read: unknown;
  try {
    read = JSON.parse(document);
  } catch {
    return '';
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return '';
  const title = (read as Record<string, unknown>)['title'];
  return typeof title === 'string' && timesNamed(document) === 1 ? harmless(title, LONGEST) : '';
}

// JSON.parse takes the last of two titles without a word; another reader might take the first.
function timesNamed(json: string): number {
  let [depth, deepest, times, last] = [0, 0, 0, ''];
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '{' || token === '[') deepest = Math.max(deepest, ++depth);
    else if (token === '}' || token === ']') depth--;
    else if (token === ':' && depth === 1 && JSON.parse(last) === 'title') times++;
    last = token;
  }
  return deepest > DEEPEST ? 0 : times;
}
