const PAUSE_MS = 1500;

/** A form with data-autosave sends itself to that address once its writer pauses, and says under it that it did. */
export function watchAutosave(): void {
  document.querySelectorAll<HTMLFormElement>('form[data-autosave]').forEach((form) => {
    let timer = 0;
    form.addEventListener('input', () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void save(form), PAUSE_MS);
    });
  });
}

async function save(form: HTMLFormElement): Promise<void> {
  const line = form.querySelector<HTMLElement>('.autosave');
  tell(line, 'saving');
  const fields = new URLSearchParams();
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string') fields.append(name, value);
  });
  try {
    const answer = await fetch(form.dataset['autosave'] ?? '', { method: 'POST', body: fields });
    tell(line, answer.ok ? 'saved' : 'failed');
  } catch {
    tell(line, 'failed');
  }
}

function tell(line: HTMLElement | null, what: string): void {
  const word = line?.querySelector('span');
  if (!line || !word) return;
  line.dataset['told'] = what;
  word.textContent = line.dataset[what] ?? '';
}
