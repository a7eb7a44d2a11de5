/** Shows the copy buttons where the browser lets a page write to the clipboard, which it does over https only. */
export function watchCopies(): void {
  if (!navigator.clipboard) return;
  document.querySelectorAll<HTMLButtonElement>('[data-copy]').forEach((button) => {
    const field = button.parentElement?.querySelector('output');
    const word = button.querySelector('span');
    if (!field || !word) return;
    button.hidden = false;
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(field.textContent ?? '').then(() => {
        word.textContent = button.dataset['copied'] ?? '';
      });
    });
  });
}
