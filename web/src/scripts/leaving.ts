import { forgetAll } from '../player/shelf';

/** Whoever signs out or deletes their account leaves no answers on the device. */
export function watchLeaving(): void {
  const ways = ['/sign-out', '/account/sign-out-everywhere', '/account/delete'];
  document.querySelectorAll<HTMLFormElement>('form[method=post]').forEach((form) => {
    if (ways.includes(form.getAttribute('action') ?? '')) form.addEventListener('submit', forgetAll);
  });
}
