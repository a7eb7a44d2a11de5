// The page «Check a proof file»: reads the file that a visitor chooses or drops, checks it here, says what it proves.
// Nothing is sent anywhere. It runs on plain http too, where browsers offer pages no cryptography of their own.
import { parseKey } from '../verify/note';
import { verify, type Proven } from '../verify/prooffile';
import { Refusal, type Value } from '../verify/refusal';

const form = document.querySelector<HTMLFormElement>('[data-verify]')!;
const file = form.querySelector<HTMLInputElement>('input[type=file]')!;
const key = form.querySelector<HTMLInputElement>('input[name=key]')!;
const results = document.querySelector<HTMLElement>('[data-results]')!;

const part = (name: string): HTMLElement => results.querySelector<HTMLElement>(`[data-result=${name}]`)!;

function show(name: string): void {
  results.querySelectorAll<HTMLElement>('[data-result]').forEach((one) => (one.hidden = one.dataset['result'] !== name));
  results.hidden = false;
  results.focus();
}

// Within a sentence from right to left a digest or a date keeps its own direction (Unicode's isolates).
const apart = (value: string): string => (document.dir === 'rtl' ? `\u2066${value}\u2069` : value);

/** What the log calls an entry, in the reader's language; as the log writes it where there is no word for it. */
function named(type: string): string {
  return document.querySelector(`[data-reasons] [data-type="${type}"]`)?.textContent ?? type;
}

/** Fills «{name}» in the sentences that the page was served with, in the reader's language. */
function fill(within: HTMLElement, values: Record<string, string>): void {
  within.querySelectorAll<HTMLElement>('[data-say]').forEach((one) => {
    one.textContent = one.dataset['say']!.replace(/\{(\w+)\}/g, (whole, name: string) => apart(values[name] ?? whole));
  });
}

function showHeld(proven: Proven): void {
  const { leaf, origin, index, size, root, key: signer, pinned, document: text, title } = proven;
  const held = part('holds');
  fill(held, {
    sha256: leaf.sha256,
    type: named(leaf.type),
    id: leaf.id,
    version: String(leaf.version),
    time: leaf.time,
    origin,
    index: String(index),
    size: String(size),
    root,
    key: signer,
    title: `\u2068‹${title}›\u2069`,
  });
  // Who vouches for the key: the reader, the hub whose page this is, or nobody but the file.
  const trust = pinned ? 'given' : signer === form.dataset['ownKey'] ? 'own' : 'none';
  held.querySelectorAll<HTMLElement>('[data-trust], [data-titled]').forEach((one) => {
    const trusted = one.dataset['trust']?.split(' ').includes(trust) ?? true;
    one.hidden = !trusted || ('titled' in one.dataset && title === '');
  });
  // As a hub filled with a demonstration names its log.
  held.querySelector<HTMLElement>('[data-demonstration]')!.hidden = !/\/demonstration(\/\d+)?$/.test(origin);
  held.querySelector<HTMLAnchorElement>('[data-own-entry]')!.href = `/log/entries?q=${leaf.sha256}`;
  held.querySelector('[data-document]')!.textContent = text;
  results.dataset['title'] = title;
  results.dataset['verdict'] = `holds, entry ${index} of ${size}`;
  show('holds');
}

/** The sentence of a reason or the name of a part, in the reader's language, filled in. */
function say(code: string, values: Value[]): string {
  const words = document.querySelector(`[data-reasons] [data-code="${code}"]`)?.textContent ?? code;
  return words.replace(/\{(\d)\}/g, (whole, place: string) => {
    const value = values[Number(place)] ?? whole;
    return typeof value === 'string' ? apart(value) : say(`part-${value.part}`, [value.of ?? '']);
  });
}

function showRefused(reason: unknown): void {
  const kind = reason instanceof Refusal ? reason.kind : 'malformed';
  const message = reason instanceof Refusal ? say(reason.code, reason.values) : String(reason);
  part(kind).querySelector('[data-reason]')!.textContent = message;
  results.dataset['verdict'] = `${kind}: ${message}`;
  show(kind);
}

/** A mistyped key says nothing about the file: it is told beside its field, and nothing else is checked. */
function isKeyFit(): boolean {
  const told = form.querySelector<HTMLElement>('[data-key-fault]')!;
  const field = key.closest('.field')!;
  told.hidden = true;
  field.classList.remove('faulty');
  key.removeAttribute('aria-invalid');
  try {
    if (key.value.trim()) parseKey(key.value.trim());
    return true;
  } catch (reason) {
    const why = reason instanceof Refusal ? say(reason.code, reason.values) : String(reason);
    told.querySelector('[data-reason]')!.textContent = why;
    told.hidden = false;
    key.before(told);
    field.classList.add('faulty');
    key.setAttribute('aria-invalid', 'true');
    key.focus();
    return false;
  }
}

async function check(chosen: File): Promise<void> {
  delete results.dataset['verdict'];
  results.hidden = true;
  if (!isKeyFit()) return;
  try {
    showHeld(verify(new Uint8Array(await chosen.arrayBuffer()), key.value.trim()));
  } catch (reason) {
    showRefused(reason);
  }
}

function checkChosen(): void {
  const chosen = file.files?.[0];
  if (chosen) void check(chosen);
}

function drop(event: DragEvent): void {
  event.preventDefault();
  if (!event.dataTransfer?.files.length) return;
  file.files = event.dataTransfer.files;
  checkChosen();
}

form.hidden = false;
file.addEventListener('change', checkChosen);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  checkChosen();
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', drop);
