const LARGE_BYTES = 600_000;
const MOST_BYTES = 950_000;

// From what a reviewer can read a meter by, down to what still shows what there is.
const TRIALS = [
  { longestSide: 2048, quality: 0.85 },
  { longestSide: 2048, quality: 0.7 },
  { longestSide: 1600, quality: 0.6 },
  { longestSide: 1280, quality: 0.5 },
];

/**
 * Photos are made smaller on the device, where it can: less to pay for, less to wait for. The copy has no place and no
 * camera written into it any more, so that a photo tells no more than the questions ask: small ones are copied for that.
 */
export function keepPhotosSmall(form: HTMLFormElement): void {
  if (!window.createImageBitmap || !window.DataTransfer) return;
  const underWay = new Set<Promise<void>>();
  const take = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.type === 'file' && input.accept === 'image/*' ? input.files?.[0] : undefined;
    if (!file || made.has(file) || (file.type !== 'image/jpeg' && file.size < LARGE_BYTES)) return;
    event.stopImmediatePropagation();
    if (input.disabled) return;
    // A field that is switched off is not sent: however long the copy takes, the draft can't send the original meanwhile.
    input.disabled = true;
    const copying = replace(input, file).finally(() => underWay.delete(copying));
    underWay.add(copying);
  };
  // Before the draft hears of it; browsers tell of a chosen file by both.
  form.addEventListener('input', take, true);
  form.addEventListener('change', take, true);
  form.addEventListener(
    'submit',
    (event) => {
      if (underWay.size === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const pressed = event.submitter;
      // A save that came back meanwhile may have put another button in its place.
      const button = (): HTMLElement | null =>
        pressed?.isConnected ? pressed : form.querySelector<HTMLElement>('.answer-actions button');
      void Promise.all(underWay).then(() => form.requestSubmit(button()));
    },
    true,
  );
}

const made = new WeakSet<File>();

async function replace(input: HTMLInputElement, file: File): Promise<void> {
  const small = await shrunk(file);
  made.add(small);
  if (small !== file) {
    const files = new DataTransfer();
    files.items.add(small);
    input.files = files.files;
    if (input.files[0]) made.add(input.files[0]);
  }
  input.disabled = false;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

async function shrunk(file: File): Promise<File> {
  try {
    const picture = await createImageBitmap(file);
    let small: Blob | null = null;
    for (const trial of TRIALS) {
      small = await drawn(picture, trial.longestSide, trial.quality);
      if (small && small.size <= MOST_BYTES) break;
    }
    // A picture without place and camera may be larger than the one with them; any other must be worth the copy.
    if (!small || (file.type !== 'image/jpeg' && small.size >= file.size)) return file;
    return new File([small], file.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg' });
  } catch {
    // No picture that this browser can read: it goes as it is.
    return file;
  }
}

function drawn(picture: ImageBitmap, longestSide: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality));
}
