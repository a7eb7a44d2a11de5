/** Tells pages that ask for it by which clock this device goes. */
export function tellZone(): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  document.querySelectorAll<HTMLInputElement>('[data-zone-here]').forEach((field) => {
    if (zone) field.value = zone;
  });
}
