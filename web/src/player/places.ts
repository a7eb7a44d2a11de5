/** Shows the button that fills a place from where the device is; browsers tell it to pages over https only. */
export function watchPlaces(form: HTMLFormElement): void {
  if (!navigator.geolocation || !window.isSecureContext) return;
  const show = (): void => form.querySelectorAll<HTMLElement>('.asks-locate').forEach((part) => (part.hidden = false));
  show();
  new MutationObserver(show).observe(form, { childList: true, subtree: true });
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('.asks-locate button');
    if (button) locate(button.closest<HTMLElement>('[data-place]')!);
  });
}

function locate(place: HTMLElement): void {
  const told = place.querySelector<HTMLElement>('[role=status]')!;
  const put = (part: string, value: number | null): void => {
    const input = place.querySelector<HTMLInputElement>(`input[name$=":${part}"]`)!;
    input.value = value === null ? '' : String(Math.round(value * 1e6) / 1e6);
  };
  told.textContent = told.dataset['looking'] ?? '';
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      put('lat', coords.latitude);
      put('lon', coords.longitude);
      put('alt', coords.altitude);
      put('acc', coords.accuracy);
      told.textContent = told.dataset['found'] ?? '';
      place.querySelector('input')!.dispatchEvent(new Event('input', { bubbles: true }));
    },
    () => (told.textContent = told.dataset['failed'] ?? ''),
    { enableHighAccuracy: true, timeout: 30_000 },
  );
}
