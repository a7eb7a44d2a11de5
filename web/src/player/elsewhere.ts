/**
 * What another tab has changed comes with the answer to a save, and is drawn here unless somebody types in that very
 * question: then the hub is asked again, by what the question was drawn with, and says that there are two answers.
 */
export function heed(now: Element, next: Element, sent: FormData): void {
  const here = new Map(asks(now).map((ask) => [ask.dataset['key'], ask]));
  for (const wanted of asks(next)) {
    const old = here.get(wanted.dataset['key']);
    if (!old) continue;
    const elsewhere = wanted.dataset['elsewhere'] !== undefined;
    if (elsewhere && isTypedIn(old, sent)) wanted.dataset['sum'] = old.dataset['sum'];
    else if (elsewhere) old.dataset['sum'] = '';
    else was(old).forEach((input) => (input.value = was(wanted)[0]?.value ?? input.value));
  }
}

function asks(within: Element): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>('.ask')];
}

function was(ask: Element): HTMLInputElement[] {
  return [...ask.querySelectorAll<HTMLInputElement>('input[name$=":was"]')];
}

function isTypedIn(ask: HTMLElement, sent: FormData): boolean {
  const now = new FormData(ask.closest('form')!);
  const names = [...ask.querySelectorAll<HTMLInputElement>('[name]')].map((one) => one.name);
  const texts = (data: FormData, name: string): string =>
    JSON.stringify(data.getAll(name).filter((value) => typeof value === 'string'));
  return names.some((name) => texts(now, name) !== texts(sent, name));
}
