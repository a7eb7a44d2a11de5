// The proof file, commonweal-proof@v1: a document, its leaf, the proof of the leaf and the key, each as a string that
// holds the very bytes that were hashed or signed.
import { sha256 } from '@noble/hashes/sha2';
import { parseProof, requireIncluded } from './inclusion';
import { parseLeaf, type Leaf } from './leaf';
import { members } from './members';
import { parseKey, requireSigned } from './note';
import { malformed, refused, shown } from './refusal';
import { bytesOf, hex, toBase64, utf8 } from './strict';
import { titleOf } from './title';

const FORMAT = 'commonweal-proof@v1';
const MEMBERS = ['format', 'document', 'leaf', 'proof', 'key'];
const MOST_BYTES = 16 * 1024 * 1024;

/** What a file proves; there is none for a file that does not hold. */
export type Proven = {
  document: string;
  /** What the document calls itself, cut and made harmless; '' for nothing. */
  title: string;
  leaf: Leaf;
  origin: string;
  index: bigint;
  size: bigint;
  root: string;
  key: string;
  pinned: boolean;
};

function requireMembers(names: string[]): void {
  const members = MEMBERS.join(', ');
  const lacking = MEMBERS.find((name) => !names.includes(name));
  if (lacking) throw malformed('member-lacks', members, lacking);
  const unknown = names.find((name) => !(MEMBERS as readonly string[]).includes(name));
  if (unknown !== undefined) throw malformed('member-unknown', members, shown(unknown));
}

/**
 * Checks a file; throws a Refusal with the reason.
 * @param pinned the log's key as its reader knows it, '' to trust the one in the file
 */
export function verify(bytes: Uint8Array, pinned: string): Proven {
  const file = parse(bytes);
  const [leafText, key] = [file['leaf']!, parseKey(file['key']!)];
  if (pinned && parseKey(pinned).line !== key.line)
    throw refused('other-key', key.line, pinned);
  const [leaf, proof] = [parseLeaf(leafText), parseProof(file['proof']!)];
  const digest = hex(sha256(bytesOf(file['document']!)));
  if (digest !== leaf.sha256) throw refused('altered', digest, leaf.sha256);
  requireSigned(proof.checkpoint, key);
  requireIncluded(bytesOf(leafText), proof);
  const { origin, size, root } = proof.checkpoint;
  return {
    document: file['document']!,
    title: titleOf(file['document']!),
    leaf,
    origin,
    index: proof.index,
    size,
    root: toBase64(root),
    key: key.line,
    pinned: pinned !== '',
  };
}

function parse(bytes: Uint8Array): Record<string, string> {
  if (bytes.length > MOST_BYTES) throw malformed('file-long', MOST_BYTES, bytes.length);
  const found = members(utf8({ part: 'file' }, bytes));
  requireMembers([...found.keys()]);
  const file = Object.fromEntries(found);
  if (file['format'] !== FORMAT) throw malformed('format', FORMAT, shown(file['format']!));
  // Half of a surrogate pair is no text: the encoder would write something else in its place.
  if (utf8({ part: 'document' }, bytesOf(file['document']!)) !== file['document'])
    throw malformed('half-pair');
  return file;
}
