const LONGEST_SIDE = 2048;
const LARGE_BYTES = 600_000;
const QUALITY = 0.85;

/**
 * Large photos are made smaller on the device, where it can: less to pay for, less to wait for. The copy has no place and
 * no camera written into it any more.
 */
export function keepPhotosSmall(form: HTMLFormElement): void {
  if (!window.createImageBitmap || !window.DataTransfer) return;
  // Before the draft hears of it: it would send the large one.
  form.addEventListener(
    'change',
    (event) => {
      const input = event.target as HTMLInputElement;
      const file = input.type === 'file' && input.accept === 'image/*' ? input.files?.[0] : undefined;
      if (!file || file.size < LARGE_BYTES || input.dataset['small'] === file.name) return;
      event.stopImmediatePropagation();
      void shrunk(file).then((small) => {
        input.dataset['small'] = small.name;
        if (small !== file) {
          const files = new DataTransfer();
          files.items.add(small);
          input.files = files.files;
        }
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
    },
    true,
  );
}

async function shrunk(file: File): Promise<File> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg' });
  } catch {
    // No picture that this browser can read: it goes as it is.
    return file;
  }
}
