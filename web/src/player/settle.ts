/**
 * Brings what is asked on this page to what the hub says is asked now, and leaves alone what stays: fields that somebody
 * is typing in keep their text, their focus and their place. Siblings are told apart by data-key, drawn anew when data-sum
 * differs.
 */
export function settle(now: Element, next: Element): void {
  const here = new Map<string, Element>();
  for (const child of now.children) here.set(key(child), child);
  let at: Element | null = now.firstElementChild;
  for (const wanted of [...next.children]) {
    const old = here.get(key(wanted));
    here.delete(key(wanted));
    if (old === undefined) now.insertBefore(wanted, at);
    else {
      if (old === at) at = at.nextElementSibling;
      else now.insertBefore(old, at);
      same(old, wanted);
    }
  }
  here.forEach((gone) => gone.remove());
}

function same(old: Element, wanted: Element): void {
  const isAsk = old.hasAttribute('data-sum');
  if (isAsk && (old.getAttribute('data-sum') === wanted.getAttribute('data-sum') || waits(old))) return;
  if (!isAsk && old.querySelector('[data-key]')) return settle(old, wanted);
  if (isAsk || old.textContent !== wanted.textContent) replace(old, wanted);
}

function replace(old: Element, wanted: Element): void {
  const focused = old.contains(document.activeElement) ? document.activeElement!.id : '';
  old.replaceWith(wanted);
  if (focused) document.getElementById(focused)?.focus();
}

// A file that was chosen, or refused, while the answer was on its way: the hub has not heard of it yet.
function waits(ask: Element): boolean {
  const inputs = [...ask.querySelectorAll<HTMLInputElement>('input[type=file], input[name$=":unkept"]')];
  return inputs.some((input) => (input.type === 'file' ? input.files?.length : input.value));
}

function key(element: Element): string {
  return (element as HTMLElement).dataset['key'] ?? element.tagName;
}
