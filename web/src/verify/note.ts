// Signed notes, keys and checkpoints (c2sp.org/signed-note, c2sp.org/tlog-checkpoint).
import { ed25519 } from '@noble/curves/ed25519';
import { sha256 } from '@noble/hashes/sha2';
import { malformed, refused, shown } from './refusal';
import { base64, bytesOf, decimal, hash, hex } from './strict';

const ED25519 = 1;

export type Key = { line: string; name: string; id: string; point: Uint8Array };
export type Signature = { name: string; id: string; bytes: Uint8Array };
export type Checkpoint = {
  text: string;
  signatures: Signature[];
  origin: string;
  size: bigint;
  root: Uint8Array;
};

function keyName(name: string): string {
  if (name.length < 1 || name.length > 255 || /[+\s\p{Cc}\p{Cf}\p{Z}]/u.test(name))
    throw malformed(
      'A key name has 1 to 255 characters without spaces, plus or control characters, such as ' +
        `‹hub.example/log›, was ${shown(name)}`,
    );
  return name;
}

/** Reads «name+8 hex digits+base64». */
export function parseKey(line: string): Key {
  const parts = line.length > 512 ? null : /^([^+]*)\+([^+]*)\+(.*)$/s.exec(line);
  if (!parts) throw malformed(`A verifier key is «name+8 hex digits+base64», was ${shown(line)}`);
  const name = keyName(parts[1]!);
  const encoded = base64('The verifier key', parts[3]!);
  if (encoded.length !== 33 || encoded[0] !== ED25519)
    throw malformed(
      `The key of ${name} is not Ed25519 (type 01 and 32 bytes): type ` +
        `${encoded.length ? hex(encoded.slice(0, 1)) : 'none'}, ${encoded.length} bytes`,
    );
  requirePoint(name, encoded.slice(1));
  const id = hex(sha256(Uint8Array.from([...bytesOf(name + '\n'), ...encoded])).slice(0, 4));
  if (parts[2] !== id)
    throw malformed(
      `The verifier key of ${name} says key ID ${shown(parts[2]!)}, its name and bytes give ${id}: ` +
        'it was mistyped or cut off, or somebody changed it',
    );
  return { line, name, id, point: encoded.slice(1) };
}

function requirePoint(name: string, point: Uint8Array): void {
  try {
    ed25519.ExtendedPoint.fromHex(point);
  } catch {
    throw malformed(`The key of ${name} is not a point of the curve`);
  }
}

export function parseCheckpoint(note: string): Checkpoint {
  if (note.length > 256 * 1024) throw malformed(`A note has at most ${256 * 1024} characters`);
  if (/[\x00-\x09\x0b-\x1f]/.test(note))
    throw malformed(
      'A note has no control characters other than newline; was it saved with Windows line ends?',
    );
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0 || !note.endsWith('\n') || blank + 2 === note.length)
    throw malformed(
      'A note is text, a blank line and signature lines, the last ending in a newline: this one lacks one of them',
    );
  const text = note.slice(0, blank + 1);
  return { text, signatures: parseSignatures(note.slice(blank + 2, -1).split('\n')), ...parseText(text) };
}

function parseSignatures(lines: string[]): Signature[] {
  if (lines.length > 64) throw malformed('A note has at most 64 signatures');
  const signatures = lines.map(parseSignature);
  const keys = new Set<string>();
  for (const { name, id } of signatures) {
    if (keys.has(`${name}+${id}`)) throw malformed(`Two signature lines of one key: ${shown(name)}`);
    keys.add(`${name}+${id}`);
  }
  return signatures;
}

function parseSignature(line: string): Signature {
  const space = line.lastIndexOf(' ');
  if (!line.startsWith('— ') || space <= 2) throw malformed(`A signature line is «— name base64», was ${shown(line)}`);
  const name = keyName(line.slice(2, space));
  const payload = base64(`The signature of ${name}`, line.slice(space + 1));
  if (payload.length <= 4) throw malformed(`The signature of ${name} is empty`);
  return { name, id: hex(payload.slice(0, 4)), bytes: payload.slice(4) };
}

function parseText(text: string): { origin: string; size: bigint; root: Uint8Array } {
  const lines = text.slice(0, -1).split('\n');
  if (lines.length < 3 || lines.includes(''))
    throw malformed(
      `A checkpoint has the lines origin, size, root and no empty line; this one has ${lines.length} lines`,
    );
  return {
    origin: lines[0]!,
    size: decimal('The size of the checkpoint', lines[1]!),
    root: hash('The root of the checkpoint', lines[2]!),
  };
}

/** Requires that the checkpoint is of the key's log and signed by it; lines of other keys are ignored. */
export function requireSigned(checkpoint: Checkpoint, key: Key): void {
  if (checkpoint.origin !== key.name)
    throw refused(`The checkpoint is of the log ${shown(checkpoint.origin)}, the key of ${key.name}`);
  const own = checkpoint.signatures.find((one) => one.name === key.name && one.id === key.id);
  if (!own) {
    const signers = [...new Set(checkpoint.signatures.map((one) => one.name))].join(', ');
    throw refused(`No signature by the key ${key.line}; signed by: ${signers}`);
  }
  if (!fits(own.bytes, bytesOf(checkpoint.text), key.point))
    throw refused(`The signature by ${key.name} does not fit the text: one of them was altered`);
}

function fits(signature: Uint8Array, text: Uint8Array, point: Uint8Array): boolean {
  try {
    // RFC 8032 as the verifier on the command line reads it, without the leniency of ZIP 215.
    return signature.length === 64 && ed25519.verify(signature, text, point, { zip215: false });
  } catch {
    return false;
  }
}
