/** Drags a row of tabs that is wider than the screen to the one that is open. */
export function showTab() {
  const open = document.querySelector<HTMLElement>('.tabs [aria-current]');
  const row = open?.closest<HTMLElement>('.tabs');
  if (!open || !row || row.scrollWidth <= row.clientWidth) return;
  const off = open.getBoundingClientRect();
  const all = row.getBoundingClientRect();
  row.scrollLeft += (off.left + off.right - all.left - all.right) / 2;
}
