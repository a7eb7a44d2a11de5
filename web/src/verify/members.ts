// Reads a JSON object of strings. JSON.parse would take the last of two members of one name without a word, and two
// readers of one file could then see different documents.
import { malformed, shown } from './refusal';

export function members(json: string): Map<string, string> {
  const reader = new Reader(json);
  const found = new Map<string, string>();
  reader.require(reader.take('{'), notJson('it does not begin with a brace'));
  if (!reader.take('}')) {
    do {
      const name = reader.string();
      reader.require(reader.take(':'), notJson('no colon after a name'));
      reader.require(reader.at('"'), `A member is not a string: ${shown(name)}`);
      reader.require(!found.has(name), notJson(`Duplicate Object property "${name}"`));
      found.set(name, reader.string());
    } while (reader.take(','));
    reader.require(reader.take('}'), notJson('the object does not end'));
  }
  reader.require(reader.atEnd(), 'There is something after the end of the proof file');
  return found;
}

const notJson = (why: string): string => `The proof file is not JSON: ${why}`;

class Reader {
  private position = 0;

  constructor(private readonly json: string) {}

  require(holds: boolean, otherwise: string): void {
    if (!holds) throw malformed(otherwise);
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
    this.require(this.at('"'), notJson(`no string at character ${this.position}`));
    const start = this.position++;
    while (this.position < this.json.length && this.json[this.position] !== '"')
      this.position += this.json[this.position] === '\\' ? 2 : 1;
    this.position++;
    try {
      return JSON.parse(this.json.slice(start, this.position)) as string;
    } catch {
      throw malformed(notJson(`a string at character ${start} is cut off or has a false escape`));
    }
  }
}
