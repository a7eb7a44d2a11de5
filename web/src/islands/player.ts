// Makes the light player kinder where scripts run: drafts are kept while one types, questions come and go as answers open
// and close them, a lost line loses nothing, photos shrink before they travel, and the device may say where it is.
import { keepPhotosSmall } from '../player/photos';
import { watchPlaces } from '../player/places';
import { watchDraft } from '../player/draft';
import { forget, sweep } from '../player/shelf';

sweep();
const form = document.querySelector<HTMLFormElement>('form.answer');
if (form) {
  watchPlaces(form);
  keepPhotosSmall(form);
  watchDraft(form);
  document.getElementById(new URLSearchParams(location.search).get('at') ?? '')?.focus();
}

// Whoever starts over deletes what lies on the device too.
document.querySelector('.answer + .confirm form')?.addEventListener('submit', () => {
  forget(form?.dataset['key']?.split(' ')[0] ?? '');
});

// Arrived: nothing of it stays on the device.
const answered = document.querySelector<HTMLElement>('[data-answered]')?.dataset['answered'];
if (answered) forget(answered);
