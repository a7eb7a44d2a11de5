/** Why a file is refused, in the words of the verifier on the command line. */
export class Refusal extends Error {
  /** @param kind malformed: not in the format; refused: well formed, but does not prove what it says */
  constructor(readonly kind: 'malformed' | 'refused', message: string) {
    super(message);
  }
}

export const malformed = (message: string): Refusal => new Refusal('malformed', message);
export const refused = (message: string): Refusal => new Refusal('refused', message);

/** A hostile text, cut and made harmless, for use in a message. */
export function shown(text: string): string {
  return '‹' + harmless(text, 40) + '›';
}

/** At most so many characters of a text, without those that a page would obey and halves of what it was cut in. */
export function harmless(text: string, characters: number): string {
  const cut = text.length <= characters ? text : text.slice(0, characters) + '…';
  return cut.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd');
}
