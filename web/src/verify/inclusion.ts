// A proof that an entry is in a log (c2sp.org/tlog-proof) and its check (RFC 9162, section 2.1.3.2).
import { sha256 } from '@noble/hashes/sha2';
import { parseCheckpoint, type Checkpoint } from './note';
import { malformed, refused } from './refusal';
import { base64, decimal, hash, same } from './strict';

export type Proof = { index: bigint; path: Uint8Array[]; checkpoint: Checkpoint };

const HEADER = 'c2sp.org/tlog-proof@v1';
const MOST_HASHES = 63;
const ZERO = BigInt(0);
const ONE = BigInt(1);

const isOdd = (value: bigint): boolean => value % BigInt(2) === ONE;

export function parseProof(text: string): Proof {
  const blank = text.indexOf('\n\n');
  if (blank < 0) throw malformed('proof-blank');
  const lines = text.slice(0, blank).split(/\r\n|\r|\n/);
  if (lines.shift() !== HEADER) throw malformed('proof-header');
  if (lines[0]?.startsWith('extra ')) base64({ part: 'extra' }, lines.shift()!.slice(6));
  if (!lines[0]?.startsWith('index ')) throw malformed('proof-index');
  const index = decimal({ part: 'index' }, lines.shift()!.slice(6));
  if (lines.length > MOST_HASHES) throw malformed('proof-hashes', MOST_HASHES, lines.length);
  const path = lines.map((line, i) => hash({ part: 'hash', of: String(i) }, line));
  return { index, path, checkpoint: parseCheckpoint(text.slice(blank + 2)) };
}

const node = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(Uint8Array.from([1, ...left, ...right]));

/** Requires that the entry stands at the proof's index under its checkpoint's root. */
export function requireIncluded(entry: Uint8Array, proof: Proof): void {
  const { size, root } = proof.checkpoint;
  if (proof.index >= size) throw refused('no-entry', size, proof.index);
  let index = proof.index;
  let last = size - ONE;
  let hash = sha256(Uint8Array.from([0, ...entry]));
  for (const sibling of proof.path) {
    if (last === ZERO) throw refused('path-long', size);
    if (isOdd(index) || index === last) {
      hash = node(sibling, hash);
      // The right edge has no sibling on some heights: climb to where this node is a right child.
      for (; !isOdd(index) && index !== ZERO; index >>= ONE) last >>= ONE;
    } else hash = node(hash, sibling);
    index >>= ONE;
    last >>= ONE;
  }
  if (last !== ZERO) throw refused('path-short', size);
  if (!same(hash, root)) throw refused('other-root', proof.index, size);
}
