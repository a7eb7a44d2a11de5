/** A part of the file by its code, such as «hash», with what tells it from others of its kind. */
export type Part = { part: string; of?: string };
export type Value = string | Part;

/**
 * Why a file is refused: a code, to which the page has a sentence in its reader's language (the words
 * «ledger.reason.<code>», in English those of the verifier on the command line), and what stands at its {0}, {1} …
 */
export class Refusal extends Error {
  readonly values: Value[];

  /** @param kind malformed: not in the format; refused: well formed, but does not prove what it says */
  constructor(readonly kind: 'malformed' | 'refused', readonly code: string, values: (Value | bigint | number)[]) {
    super(code);
    this.values = values.map((value) => (typeof value === 'object' ? value : String(value)));
  }
}

type Reason = (code: string, ...values: (Value | bigint | number)[]) => Refusal;
export const malformed: Reason = (code, ...values) => new Refusal('malformed', code, values);
export const refused: Reason = (code, ...values) => new Refusal('refused', code, values);

/** A hostile text, cut and made harmless, for use in a message. */
export function shown(text: string): string {
  return '‹' + harmless(text, 40) + '›';
}

/** At most so many characters of a text, without those that a page would obey and halves of what it was cut in. */
export function harmless(text: string, characters: number): string {
  const cut = text.length <= characters ? text : text.slice(0, characters) + '…';
  return cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd');
}
