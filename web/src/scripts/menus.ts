/** Fold-out menus close when a reader presses Escape or turns elsewhere. */
export function watchMenus(): void {
  const open = (): NodeListOf<HTMLDetailsElement> =>
    document.querySelectorAll<HTMLDetailsElement>('details.menu[open], details.state-more[open]');
  document.addEventListener('click', (event) => {
    open().forEach((menu) => {
      if (!menu.contains(event.target as Node)) menu.open = false;
    });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    open().forEach((menu) => {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    });
  });
}
