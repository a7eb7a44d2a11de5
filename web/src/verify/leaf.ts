// An entry of the log: canonical JSON with five members, no spaces, no escapes (RFC 8785).
import { malformed, shown } from './refusal';
import { decimal } from './strict';

export type Leaf = { id: string; sha256: string; time: string; type: string; version: bigint };

const CANONICAL =
  /^\{"id":"([^"]{1,128})","sha256":"([^"]{64})","time":"([^"]{20})","type":"([^"]{1,64})","version":([0-9]{1,16})\}$/;
const LARGEST_VERSION = BigInt(Number.MAX_SAFE_INTEGER);

export function parseLeaf(json: string): Leaf {
  const match = CANONICAL.exec(json);
  if (!match)
    throw malformed(
      `A leaf is canonical JSON with the members id, sha256, time, type and version, was ${shown(json)}`,
    );
  const [, id, sha256, time, type, digits] = match as unknown as [string, string, string, string, string, string];
  const version = decimal("The leaf's version", digits);
  rule(/^[a-z][a-z0-9-]{0,63}$/.test(type), 'type', 'lower-case letters, digits and hyphens, at most 64', type);
  rule(/^[A-Za-z0-9._:-]{1,128}$/.test(id), 'id', 'letters, digits and . _ : -, at most 128', id);
  rule(version >= BigInt(1) && version <= LARGEST_VERSION, 'version', '1 to 2^53-1', digits);
  rule(/^[0-9a-f]{64}$/.test(sha256), 'sha256', '64 lower-case hexadecimal digits', sha256);
  if (!isInstant(time))
    throw malformed(`The leaf's time is not written as 2026-11-21T08:00:00Z: ${shown(json)}`);
  return { id, sha256, time, type, version };
}

function rule(holds: boolean, member: string, says: string, value: string): void {
  if (!holds) throw malformed(`The leaf's ${member} must be ${says}, was ${shown(value)}`);
}

/** A real date: what the calendar does not have comes back changed. */
function isInstant(time: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$/.test(time)) return false;
  const date = new Date(time);
  return !isNaN(date.getTime()) && date.toISOString().replace('.000Z', 'Z') === time;
}
