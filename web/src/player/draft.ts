import { settle } from './settle';
import { Entry, find, forget, keep } from './shelf';

const PAUSE_MS = 1200;
const RETRY_MS = 5000;
const OWN = ['_csrf', 'page', 'stamp', 'asked', 'do'];

/** Keeps what is typed: on the device at once, at the hub after each pause, and when the line comes back. */
export function watchDraft(form: HTMLFormElement): void {
  const key = form.dataset['key'] ?? '';
  const line = form.querySelector<HTMLElement>('.autosave');
  let pause = 0;
  let changes = 0;
  let saving = false;
  let lost = false;

  const tell = (what: string): void => {
    const word = line?.querySelector('span');
    if (!line || !word) return;
    line.dataset['told'] = what === 'kept' || what === 'keeping' ? what : 'failed';
    word.textContent = line.dataset[what] ?? '';
  };

  const shelve = (): void => {
    const stamp = Date.now();
    field(form, 'stamp').value = String(stamp);
    keep(key, { stamp, entries: typed(form) });
  };

  const save = async (): Promise<void> => {
    window.clearTimeout(pause);
    if (saving) return later(PAUSE_MS);
    saving = true;
    const before = changes;
    const files = chosen(form);
    const stamp = field(form, 'stamp').value;
    tell('keeping');
    try {
      const body = new FormData(form);
      body.set('do', 'save');
      const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' });
      lost = false;
      if (!answer.ok) throw new Refused();
      if (answer.redirected) return void (location.href = answer.url);
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
      files.forEach((input) => (input.value = ''));
      const asks = next.querySelector('.asks');
      if (asks) settle(form.querySelector('.asks')!, asks);
      settleButtons(form, next);
      if (find(key)?.stamp === Number(stamp)) forget(key);
      tell('kept');
    } catch (fault) {
      lost = !(fault instanceof Refused);
      tell(lost ? 'offline' : 'refused');
      if (lost) later(RETRY_MS);
    } finally {
      saving = false;
      if (changes !== before && !lost) later(PAUSE_MS);
    }
  };

  const later = (milliseconds: number): void => {
    window.clearTimeout(pause);
    pause = window.setTimeout(() => void save(), milliseconds);
  };

  form.addEventListener('input', (event) => {
    changes++;
    forgive(event.target as Element);
    shelve();
    if (!lost) later(PAUSE_MS);
  });
  form.addEventListener('change', () => later(50));
  window.addEventListener('online', () => void save());
  form.addEventListener('submit', (event) => {
    window.clearTimeout(pause);
    if (navigator.onLine && !lost) return;
    // The browser would show its own page of a lost line, and what was typed would be out of sight.
    event.preventDefault();
    tell('waiting');
    void save();
  });

  const left = find(key);
  if (!left) return;
  if (left.stamp <= Number(form.dataset['stamp'])) return forget(key);
  // Typed after the hub last heard of it: the page, or the telephone, was shut while the line was gone.
  fill(form, left.entries);
  field(form, 'stamp').value = String(left.stamp);
  void save();
}

class Refused extends Error {}

/** What was said of an answer that is being changed is said no more, until the next button. */
function forgive(input: Element): void {
  const field = input.closest('.faulty');
  if (!field) return;
  field.classList.remove('faulty');
  field.querySelectorAll('.fault').forEach((fault) => fault.remove());
  field.querySelectorAll('[aria-invalid]').forEach((one) => one.removeAttribute('aria-invalid'));
  mended(field);
}

// The sum on top counts what was wrong, so what is changed is struck out there; the sum goes with the last.
function mended(field: Element): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#faults a')];
  const isOf = (link: HTMLAnchorElement): boolean =>
    field.contains(document.getElementById(decodeURIComponent(link.hash.slice(1))));
  links.filter(isOf).forEach((link) => link.classList.add('mended'));
  if (links.every((link) => link.classList.contains('mended'))) document.getElementById('faults')?.remove();
}

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.querySelector<HTMLInputElement>(`input[name="${name}"]`)!;
}

function typed(form: HTMLFormElement): Entry[] {
  const entries: Entry[] = [];
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string' && !OWN.includes(name)) entries.push([name, value]);
  });
  return entries;
}

function chosen(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].filter((input) => input.files?.length);
}

function fill(form: HTMLFormElement, entries: Entry[]): void {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    '.asks input:not([type=file]), .asks textarea, .asks select',
  );
  fields.forEach((one) => {
    const values = entries.filter(([name]) => name === one.name).map(([, value]) => value);
    if (one.name === 'asked') return;
    if (one instanceof HTMLInputElement && /radio|checkbox/.test(one.type)) one.checked = values.includes(one.value);
    else if (values[0] !== undefined) one.value = values[0];
  });
}

// Whether this is the last page may change with every answer.
function settleButtons(form: HTMLFormElement, next: Document): void {
  const now = form.querySelectorAll('button[name=do][value=next], button[name=do][value=send]');
  const then = next.querySelectorAll('form.answer button[name=do][value=next], form.answer button[name=do][value=send]');
  now.forEach((button, i) => {
    const other = then[i];
    if (other && other.getAttribute('value') !== button.getAttribute('value')) button.replaceWith(other);
  });
}
