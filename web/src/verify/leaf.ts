// An entry of the log: canonical JSON with five members, no spaces, no escapes (RFC 8785).
import { malformed, shown } from './refusal';
import { decimal } from './strict';

export type Leaf = { id: string; sha256: string; time: string; type: string; version: bigint };

const CANONICAL =
  /^\{"id":"([^"]{1,128})","sha256":"([^"]{64})","time":"([^"]{20})","type":"([^"]{1,64})","version":([0-9]{1,16})\}$/;
const LARGEST_VERSION = BigInt(Number.MAX_SAFE_INTEGER);

export function parseLeaf(json: string): Leaf {
  const match = CANONICAL.exec(json);
  if (!match) throw malformed('leaf-form', shown(json));
  const [, id, sha256, time, type, digits] = match as unknown as [string, string, string, string, string, string];
  const version = decimal({ part: 'version' }, digits);
  rule(/^[a-z][a-z0-9-]{0,63}$/.test(type), 'leaf-type', type);
  rule(/^[A-Za-z0-9._:-]{1,128}$/.test(id), 'leaf-id', id);
  rule(version >= BigInt(1) && version <= LARGEST_VERSION, 'leaf-version', digits);
  rule(/^[0-9a-f]{64}$/.test(sha256), 'leaf-sha256', sha256);
  if (!isInstant(time)) throw malformed('leaf-time', shown(json));
  return { id, sha256, time, type, version };
}

function rule(holds: boolean, code: string, value: string): void {
  if (!holds) throw malformed(code, shown(value));
}

/** A real date: what the calendar does not have comes back changed. */
function isInstant(time: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/.test(time)) return false;
  const date = new Date(time);
  return !isNaN(date.getTime()) && date.toISOString().replace('.000Z', 'Z') === time;
}
