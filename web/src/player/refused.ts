/**
 * What the hub would not keep is told at once, and not after it went over a bad line. The hub hears of it in the file's
 * place, so that the fault stands there too until another file comes or somebody goes on without it.
 */
export function refuse(form: HTMLFormElement, input: HTMLInputElement): void {
  const chosen = input.files?.[0];
  if (!chosen) return;
  const fault = faultOf(form, chosen);
  form.querySelector<HTMLInputElement>(`input[name="${input.name}:unkept"]`)!.value = fault && kebab(fault);
  if (!fault) return;
  input.value = '';
  tell(input, form.dataset[fault] ?? '');
}

/** The fields that tell the hub of files that it was not sent. */
export function refused(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[name$=":unkept"]')].filter((input) => input.value !== '');
}

/** The name of the words in the form's data; '' when nothing speaks against the file. */
function faultOf(form: HTMLFormElement, file: File): string {
  if (file.size === 0) return 'fileEmpty';
  if (file.size > Number(form.dataset['fileBytes'])) return 'fileLarge';
  let together = 0;
  form.querySelectorAll<HTMLInputElement>('input[type=file]').forEach((one) => (together += one.files?.[0]?.size ?? 0));
  return together > Number(form.dataset['filesBytes']) ? 'filesLarge' : '';
}

const kebab = (name: string): string => name.replace(/[A-Z]/, (letter) => '-' + letter.toLowerCase());

function tell(input: HTMLInputElement, words: string): void {
  const told = document.createElement('p');
  told.className = 'fault';
  told.id = input.id + '-fault';
  told.setAttribute('role', 'alert');
  told.textContent = words;
  input.before(told);
  input.closest('.field')!.classList.add('faulty');
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', told.id);
}
