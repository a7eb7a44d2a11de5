// The encodings of the C2SP formats, each with exactly one way to write a value: a second spelling of the same value
// would let one proof have many digests.
import { malformed, shown, type Part } from './refusal';

// Written as text: a literal such as 9n is newer than the browsers we build for.
const MOST = BigInt('9223372036854775807');

export function utf8(what: Part, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw malformed('utf8', what);
  }
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Standard base64, padded, without stray bits. */
export function base64(what: Part, text: string): Uint8Array {
  try {
    const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    if (toBase64(bytes) === text) return bytes;
  } catch {
    // refused below, with our own words
  }
  throw malformed('base64', what, shown(text));
}

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** From 0 to 2^63-1 without sign or leading zeros. */
export function decimal(what: Part, text: string): bigint {
  if (!/^(0|[1-9][0-9]{0,18})$/.test(text)) throw malformed('decimal', what, shown(text));
  const value = BigInt(text);
  if (value > MOST) throw malformed('too-great', what, shown(text));
  return value;
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const same = (a: Uint8Array, b: Uint8Array): boolean => hex(a) === hex(b);

/** 32 bytes in base64. */
export function hash(what: Part, text: string): Uint8Array {
  const bytes = base64(what, text);
  if (bytes.length !== 32) throw malformed('hash-length', what, bytes.length);
  return bytes;
}
