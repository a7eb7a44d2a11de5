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
    throw malformed('key-name', shown(name));
  return name;
}

/** Reads «name+8 hex digits+base64». */
export function parseKey(line: string): Key {
  const parts = line.length > 512 ? null : /^([^+]*)\+([^+]*)\+(.*)$/s.exec(line);
  if (!parts) throw malformed('key-form', shown(line));
  const name = keyName(parts[1]!);
  const encoded = base64({ part: 'key' }, parts[3]!);
  const type = encoded.length ? hex(encoded.slice(0, 1)) : 'none';
  if (encoded.length !== 33 || encoded[0] !== ED25519)
    throw malformed('key-kind', name, type, Math.max(0, encoded.length - 1));
  requirePoint(name, encoded.slice(1));
  const id = hex(sha256(Uint8Array.from([...bytesOf(name + '\n'), ...encoded])).slice(0, 4));
  if (parts[2] !== id) throw malformed('key-id', name, shown(parts[2]!), id);
  return { line, name, id, point: encoded.slice(1) };
}

function requirePoint(name: string, point: Uint8Array): void {
  try {
    ed25519.ExtendedPoint.fromHex(point);
  } catch {
    throw malformed('key-point', name);
  }
}

export function parseCheckpoint(note: string): Checkpoint {
  if (note.length > 256 * 1024) throw malformed('note-long', 256 * 1024);
  if (/[\x00-\x09\x0b-\x1f]/.test(note)) throw malformed('note-control');
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0 || !note.endsWith('\n') || blank + 2 === note.length) throw malformed('note-form');
  const text = note.slice(0, blank + 1);
  return { text, signatures: parseSignatures(note.slice(blank + 2, -1).split('\n')), ...parseText(text) };
}

function parseSignatures(lines: string[]): Signature[] {
  if (lines.length > 64) throw malformed('note-signatures');
  const signatures = lines.map(parseSignature);
  const keys = new Set<string>();
  for (const { name, id } of signatures) {
    if (keys.has(`${name}+${id}`)) throw malformed('key-twice', shown(name));
    keys.add(`${name}+${id}`);
  }
  return signatures;
}

function parseSignature(line: string): Signature {
  const space = line.lastIndexOf(' ');
  if (!line.startsWith('— ') || space <= 2) throw malformed('signature-form', shown(line));
  const name = keyName(line.slice(2, space));
  const payload = base64({ part: 'signature', of: name }, line.slice(space + 1));
  if (payload.length <= 4) throw malformed('signature-empty', name);
  return { name, id: hex(payload.slice(0, 4)), bytes: payload.slice(4) };
}

function parseText(text: string): { origin: string; size: bigint; root: Uint8Array } {
  const lines = text.slice(0, -1).split('\n');
  if (lines.length < 3 || lines.includes('')) throw malformed('checkpoint-form', lines.length);
  return {
    origin: lines[0]!,
    size: decimal({ part: 'size' }, lines[1]!),
    root: hash({ part: 'root' }, lines[2]!),
  };
}

/** Requires that the checkpoint is of the key's log and signed by it; lines of other keys are ignored. */
export function requireSigned(checkpoint: Checkpoint, key: Key): void {
  if (checkpoint.origin !== key.name) throw refused('other-log', shown(checkpoint.origin), key.name);
  const own = checkpoint.signatures.find((one) => one.name === key.name && one.id === key.id);
  if (!own) {
    const signers = [...new Set(checkpoint.signatures.map((one) => one.name))].join(', ');
    throw refused('not-signed', key.line, signers);
  }
  if (!fits(own.bytes, bytesOf(checkpoint.text), key.point)) throw refused('misfit', key.name);
}

function fits(signature: Uint8Array, text: Uint8Array, point: Uint8Array): boolean {
  try {
    // RFC 8032 as the verifier on the command line reads it, without the leniency of ZIP 215.
    return signature.length === 64 && ed25519.verify(signature, text, point, { zip215: false });
  } catch {
    return false;
  }
}
