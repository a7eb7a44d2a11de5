// Runs before the first paint, so that a reader who chose night or day never sees the other flash by.
import { kept } from './scripts/keep';

const chosen = kept('theme');
if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset['theme'] = chosen;
