/** The bar that stays in sight while a button that was pressed waits for the line. */
export class Waiting {
  private readonly bar: HTMLElement;

  constructor(
    private readonly form: HTMLFormElement,
    now: () => void,
    edit: () => void,
  ) {
    this.bar = form.querySelector<HTMLElement>('.answer-line')!;
    this.button('now').addEventListener('click', now);
    this.button('edit').addEventListener('click', edit);
  }

  /** What was pressed is sent as it stands: nothing is changed meanwhile. */
  hold(): void {
    this.form.querySelector('.asks')!.toggleAttribute('inert', true);
  }

  show(): void {
    if (this.form.classList.contains('waiting')) return;
    this.turn(true);
    this.button('now').focus();
  }

  end(): void {
    this.form.querySelector('.asks')!.toggleAttribute('inert', false);
    const focused = this.bar.contains(document.activeElement);
    this.turn(false);
    if (focused) this.form.querySelector<HTMLElement>('.answer-actions button')?.focus();
  }

  private turn(waits: boolean): void {
    this.form.classList.toggle('waiting', waits);
    this.bar.querySelector<HTMLElement>('.actions')!.hidden = !waits;
  }

  private button(name: string): HTMLElement {
    return this.bar.querySelector<HTMLElement>(`[data-line=${name}]`)!;
  }
}
