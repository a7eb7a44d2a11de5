// A total of twenty seconds, and more for what is long: five bytes a millisecond are a slow line of the second generation.
const PATIENCE_MS = 20_000;
const SLOW_BYTES_PER_MS = 5;

/** What the hub said: the address that a redirect led to, else "", and whether it refused with the page it gave. */
export type Answer = { address: string; refused: boolean; page: string };

/** Nobody answered in time, or somebody who is not the hub: a proxy before it, or a network that wants a password first. */
export class LostLine extends Error {}

/** @param stop ends it, and is used by this when the line is silent for too long */
export async function post(form: HTMLFormElement, body: FormData, stop: AbortController): Promise<Answer> {
  const silence = window.setTimeout(() => stop.abort(), PATIENCE_MS + size(body) / SLOW_BYTES_PER_MS);
  try {
    // The token goes in a header: addresses are written down on their way.
    const answer = await fetch(new URL(form.action).pathname, {
      method: 'POST',
      body,
      headers: { 'X-XSRF-TOKEN': String(body.get('_csrf')) },
      credentials: 'same-origin',
      signal: stop.signal,
    });
    const page = await answer.text();
    if (answer.status >= 500) throw new LostLine();
    return { address: answer.redirected ? answer.url : '', refused: !answer.ok, page };
  } catch {
    throw new LostLine();
  } finally {
    window.clearTimeout(silence);
  }
}

function size(body: FormData): number {
  let bytes = 0;
  body.forEach((value) => (bytes += typeof value === 'string' ? value.length : value.size));
  return bytes;
}
