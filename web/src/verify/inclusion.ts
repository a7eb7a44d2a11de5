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
  if (blank < 0) throw malformed('A proof has a blank line between its hashes and the checkpoint');
  const lines = text.slice(0, blank).split(/\r\n|\r|\n/);
  if (lines.shift() !== HEADER) throw malformed(`A proof begins with the line ${HEADER}`);
  if (lines[0]?.startsWith('extra ')) base64('The extra line', lines.shift()!.slice(6));
  if (!lines[0]?.startsWith('index ')) throw malformed('A proof has a line «index <number>» before its hashes');
  const index = decimal('The index', lines.shift()!.slice(6));
  if (lines.length > MOST_HASHES)
    throw malformed(`A proof has at most ${MOST_HASHES} hashes, was ${lines.length}`);
  const path = lines.map((line, i) => hash(`Hash ${i} of the proof`, line));
  return { index, path, checkpoint: parseCheckpoint(text.slice(blank + 2)) };
}

const node = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(Uint8Array.from([1, ...left, ...right]));

/** Requires that the entry stands at the proof's index under its checkpoint's root. */
export function requireIncluded(entry: Uint8Array, proof: Proof): void {
  const { size, root } = proof.checkpoint;
  if (proof.index >= size) throw refused(`A tree of ${size} entries has no entry ${proof.index}`);
  let index = proof.index;
  let last = size - ONE;
  let hash = sha256(Uint8Array.from([0, ...entry]));
  for (const sibling of proof.path) {
    if (last === ZERO) throw refused(`The inclusion proof has more hashes than a tree of ${size} entries is high`);
    if (isOdd(index) || index === last) {
      hash = node(sibling, hash);
      // The right edge has no sibling on some heights: climb to where this node is a right child.
      for (; !isOdd(index) && index !== ZERO; index >>= ONE) last >>= ONE;
    } else hash = node(hash, sibling);
    index >>= ONE;
    last >>= ONE;
  }
  if (last !== ZERO) throw refused(`The inclusion proof has too few hashes for a tree of ${size} entries`);
  if (!same(hash, root))
    throw refused(
      "The inclusion proof leads to another root than the checkpoint's: " +
        `entry ${proof.index} is not in this tree of ${size} as shown`,
    );
}
