// Reads a JSON object of strings. JSON.parse would take the last of two members of one name without a word, and two
// readers of one file could then see different documents.
import { malformed, shown } from './refusal';

export function members(json: string): Map<string, string> {
  const reader = new Reader(json);
  const found = new Map<string, string>();
  reader.require(reader.take('{'));
  if (!reader.take('}')) {
    do {
      const name = reader.string();
      reader.require(reader.take(':'));
      if (!reader.at('"')) throw malformed('member-not-string', shown(name));
      if (found.has(name)) throw malformed('member-twice', shown(name));
      found.set(name, reader.string());
    } while (reader.take(','));
    reader.require(reader.take('}'));
  }
  if (!reader.atEnd()) throw malformed('after-end');
  return found;
}

class Reader {
  private position = 0;

  constructor(private readonly json: string) {}

  require(holds: boolean): void {
    if (holds) return;
    if (this.position >= this.json.length) throw malformed('cut-off');
    throw malformed('not-json', this.position);
  }

  at(character: string): boolean {
    while (' \t\r\n'.includes(this.json[this.position] ?? 'x')) this.position++;
    return this.json[this.position] === character;
  }

  take(character: string): boolean {
    const there = this.at(character);
    if (there) this.position++;
    return there;
  }

  atEnd(): boolean {
    this.at('');
    return this.position >= this.json.length;
  }

  /** The browser reads a single string itself; here we only find where it ends. */
  string(): string {
    this.require(this.at('"'));
    const start = this.position++;
    while (this.position < this.json.length && this.json[this.position] !== '"')
      this.position += this.json[this.position] === '\\' ? 2 : 1;
    this.position++;
    if (this.position > this.json.length) throw malformed('cut-off');
    try {
      return JSON.parse(this.json.slice(start, this.position)) as string;
    } catch {
      throw malformed('not-json', start);
    }
  }
}
