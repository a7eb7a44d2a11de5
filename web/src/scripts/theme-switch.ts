import { keep } from './keep';

type Theme = 'light' | 'dark';

const root = document.documentElement;
const system = window.matchMedia('(prefers-color-scheme: dark)');

function present(): Theme {
  const chosen = root.dataset['theme'];
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return system.matches ? 'dark' : 'light';
}

/** Shows the theme buttons and names on each the theme it leads to. */
export function watchTheme(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>('[data-theme-switch]');
  const tell = (): void =>
    buttons.forEach((button) => {
      button.hidden = false;
      button.querySelectorAll<HTMLElement>('[data-to]').forEach((word) => {
        word.hidden = word.dataset['to'] === present();
      });
    });
  const turn = (): void => {
    const next: Theme = present() === 'dark' ? 'light' : 'dark';
    const asSystem = (next === 'dark') === system.matches;
    // Whoever comes back to what their system says follows the system again from then on.
    keep('theme', asSystem ? null : next);
    if (asSystem) delete root.dataset['theme'];
    else root.dataset['theme'] = next;
    tell();
  };
  buttons.forEach((button) => button.addEventListener('click', turn));
  system.addEventListener?.('change', tell);
  tell();
}
