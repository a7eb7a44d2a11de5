import { heed } from './elsewhere';
import { LostLine, post } from './line';
import { refuse, refused } from './refused';
import { settle } from './settle';
import { Entry, find, findAll, forget, keep, Kept, Pressed } from './shelf';
import { Waiting } from './waiting';

const PAUSE_MS = 1200;
const RETRY_MS = 5000;
const SLOW_MS = 2000;
const OWN = ['_csrf', 'page', 'stamp', 'after', 'asked', 'do'];

/**
 * Keeps what is typed: on the device at once, at the hub after each pause, and when the line comes back. A button goes the
 * same way, so that no dead line ever puts the browser's own page in place of the answers: Next and Send wait for the line,
 * the others must be pressed again.
 */
export function watchDraft(form: HTMLFormElement): void {
  const key = form.dataset['key'] ?? '';
  const after = form.querySelector<HTMLInputElement>('input[name=after]')?.value ?? '';
  const line = form.querySelector<HTMLElement>('.autosave')!;
  let pause = 0;
  let changes = 0;
  let lost = false;
  let pressed: Pressed | null = null;
  let attempt: AbortController | null = null;

  const tell = (what: string): void => {
    line.dataset['told'] = /^(kept|keeping|sending)$/.test(what) ? what : 'failed';
    line.querySelector('span')!.textContent = line.dataset[what] ?? '';
  };

  const shelve = (): void => {
    const stamp = Date.now();
    field(form, 'stamp').value = String(stamp);
    // A chosen file can't be kept here: without it nothing is sent by itself.
    const waits = pressed && canWait(pressed) && chosen(form).length === 0;
    keep(key, { stamp, after, entries: typed(form), pressed: waits ? pressed : null });
  };

  const press = (button: Pressed): void => {
    pressed = button;
    shelve();
    waiting.hold();
    tell('sending');
    window.setTimeout(() => pressed === button && canWait(button) && waiting.show(), SLOW_MS);
    void talk();
  };

  const edit = (): void => {
    pressed = null;
    shelve();
    waiting.end();
    tell('offline');
    again();
  };

  /** Drops what is under way, for it may hang on a line that is gone. */
  const again = (): void => {
    attempt?.abort();
    attempt = null;
    void talk();
  };

  const talk = async (): Promise<void> => {
    window.clearTimeout(pause);
    if (attempt) return;
    const mine = (attempt = new AbortController());
    const deed = pressed;
    const before = changes;
    const sent = filesToSend(form);
    const told = refused(form);
    const stamp = field(form, 'stamp').value;
    const body = new FormData(form);
    body.set(deed?.name ?? 'do', deed?.value ?? 'save');
    if (!lost) tell(deed ? 'sending' : 'keeping');
    try {
      const answer = await post(form, body, mine);
      if (attempt !== mine) return;
      if (answer.address) return leave(answer.address);
      if (deed && answer.refused) return replace(answer.page);
      // The hub answers every button by leading on.
      if (deed) throw new LostLine();
      if (!answer.refused) settleAll(answer.page, body, sent, told, Number(stamp));
      lost = false;
      tell(answer.refused ? 'refused' : isMarked(answer.page) ? 'marked' : 'kept');
    } catch (fault) {
      if (!(fault instanceof LostLine)) throw fault;
      if (attempt !== mine) return;
      lost = true;
      missed();
    }
    attempt = null;
    if (lost) later(RETRY_MS);
    else if (pressed) void talk();
    else if (changes !== before) later(PAUSE_MS);
  };

  const missed = (): void => {
    if (!pressed) return tell('offline');
    if (canWait(pressed)) {
      waiting.show();
      return tell(pressed.value === 'send' ? 'waiting' : 'waitingStep');
    }
    pressed = null;
    waiting.end();
    tell('again');
  };

  // From here on nothing goes from this page any more: its attempt is never over.
  const leave = (address: string): void => {
    forget(key);
    location.href = address;
  };

  const replace = (page: string): void => {
    pressed = null;
    shelve();
    document.open();
    document.write(page);
    document.close();
  };

  const settleAll = (
    page: string,
    body: FormData,
    sent: Map<HTMLInputElement, File>,
    gone: HTMLInputElement[],
    stamp: number,
  ): void => {
    const next = new DOMParser().parseFromString(page, 'text/html');
    const asks = next.querySelector('.asks');
    if (!asks) throw new LostLine();
    // One that was chosen, or became ready, while the page was under way has still to go.
    sent.forEach((file, input) => input.files?.[0] === file && (input.value = ''));
    gone.forEach((input) => (input.value = ''));
    heed(form.querySelector('.asks')!, asks, body);
    settle(form.querySelector('.asks')!, asks);
    strike();
    settleButtons(form, next);
    if (!pressed && find(key)?.stamp === stamp) forget(key);
  };

  const later = (milliseconds: number): void => {
    window.clearTimeout(pause);
    pause = window.setTimeout(() => void talk(), milliseconds);
  };

  const now = (): void => {
    lost = false;
    again();
  };

  const waiting = new Waiting(form, now, edit);
  let clicked: HTMLButtonElement | null = null;

  form.addEventListener('input', (event) => {
    changes++;
    // Browsers that know no «inert» let go on editing at once.
    if (pressed) edit();
    forgive(event.target as Element);
    if (isFile(event.target)) refuse(form, event.target);
    shelve();
    if (!lost) later(PAUSE_MS);
  });
  form.addEventListener('change', () => later(50));
  form.addEventListener('click', (event) => (clicked = (event.target as Element).closest('button')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const button = (event.submitter as HTMLButtonElement | null) ?? clicked ?? form.querySelector('button')!;
    press({ name: button.name, value: button.value });
  });
  window.addEventListener('online', again);
  window.addEventListener('pageshow', (event) => event.persisted && location.reload());

  const shelf = key.split(' ')[0] ?? '';
  // Answers have arrived from this device since.
  const isOld = (kept: Kept): boolean => Number(after) > Number(kept.after ?? '');
  if (findAll(shelf).some((kept) => kept.pressed?.value === 'send' && isOld(kept))) {
    // It was these: they went out just as the page was shut, before the device was told.
    forget(shelf);
    location.replace(new URL('thanks', form.action));
    return;
  }
  const left = find(key);
  if (!left) return;
  // It goes on as the page that it was typed in, which knows what that was drawn with.
  const drawn = left.entries.find(([name]) => name === 'drawn')?.[1] ?? '';
  const heard = Number(new URLSearchParams(form.dataset['heard']).get(drawn) ?? 0);
  if (left.stamp <= heard || isOld(left)) return forget(key);
  // Typed after the hub last heard of it: the page, or the telephone, was shut while the line was gone.
  fill(form, left.entries);
  field(form, 'stamp').value = String(left.stamp);
  if (drawn) field(form, 'drawn').value = drawn;
  if (left.pressed) press(left.pressed);
  else void talk();
}

function canWait(button: Pressed): boolean {
  return button.name === 'do' && (button.value === 'next' || button.value === 'send');
}

/** What was said of an answer that is being changed is said no more, until the next button. */
function forgive(input: Element): void {
  const field = input.closest('.faulty');
  if (isFile(input)) redraw(input);
  if (!field) return;
  field.classList.remove('faulty');
  field.querySelectorAll('.fault').forEach((fault) => fault.remove());
  field.querySelectorAll('[aria-invalid]').forEach((one) => one.removeAttribute('aria-invalid'));
  strike();
}

// The sum on top counts what was wrong, so what is changed is struck out there; the sum goes with the last.
function strike(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('#faults a')];
  const isMended = (link: HTMLAnchorElement): boolean =>
    !document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest('.faulty');
  links.filter(isMended).forEach((link) => link.classList.add('mended'));
  if (links.every((link) => link.classList.contains('mended'))) document.getElementById('faults')?.remove();
}

// What the hub says of the next file is drawn even if it is what it said of the last.
function redraw(input: Element): void {
  input.closest<HTMLElement>('.ask')!.dataset['sum'] = '';
}

function isFile(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === 'file';
}

// Of a draft that is saved the hub marks only what it could not keep as it was meant.
function isMarked(page: string): boolean {
  return new DOMParser().parseFromString(page, 'text/html').querySelector('.asks .faulty') !== null;
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

/** Those that go with the page now: a photo that is being made smaller goes later. */
function filesToSend(form: HTMLFormElement): Map<HTMLInputElement, File> {
  return new Map(
    chosen(form)
      .filter((input) => !input.disabled)
      .map((input) => [input, input.files![0]!]),
  );
}

function fill(form: HTMLFormElement, entries: Entry[]): void {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    '.asks input:not([type=file]), .asks textarea, .asks select',
  );
  fields.forEach((one) => {
    const values = entries.filter(([name]) => name === one.name).map(([, value]) => value);
    if (one.name === 'asked') return;
    if (one instanceof HTMLInputElement && /radio|checkbox/.test(one.type)) one.checked = values.includes(one.value);
    else if (values[0] !== undefined && one.value !== values[0]) {
      one.value = values[0];
      forgive(one);
    }
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
