// Country outlines from Natural Earth (public domain, 1:50 million) as plain rings. A country is told by its ISO 3166
// numeric code; Kosovo, which has none there, by 983 as in Unicode's territory list.
import { readFileSync } from 'node:fs';
import { feature, merge } from 'topojson-client';

// Natural Earth draws who holds the ground; ISO 3166 has no code for these. Each goes with the country ISO lists for it,
// the glacier that two countries claim with none: 0 is drawn as land and belongs to nobody's list.
const WITHIN = { Somaliland: 706, 'N. Cyprus': 196, 'Indian Ocean Ter.': 162, 'Siachen Glacier': 0 };

/** [{id, rings: [[lon, lat, …]]}], thousandths of a degree, each point as its difference to the one before. */
export function outlines() {
  const topology = JSON.parse(readFileSync('node_modules/world-atlas/countries-50m.json', 'utf8'));
  const byId = new Map();
  for (const part of topology.objects.countries.geometries) {
    const id = code(part);
    byId.set(id, [...(byId.get(id) ?? []), part]);
  }
  return [...byId].map(([id, parts]) => {
    const shape = parts.length > 1 ? merge(topology, parts) : feature(topology, parts[0]).geometry;
    const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
    return { id, rings: polygons.flat().map(unroll).map(differences) };
  });
}

function code(part) {
  const name = part.properties.name;
  if (name === 'Kosovo') return 983;
  if (part.id) return Number(part.id);
  if (!(name in WITHIN)) throw new Error(`Natural Earth names a part without a code that we know: ${name}`);
  return WITHIN[name];
}

// A ring that crosses the 180th meridian jumps there; it goes on past 180 instead. One that has been all the way round
// holds the pole, and is closed through it.
function unroll(ring) {
  let turns = 0;
  const unrolled = ring.map(([lon, lat], i) => {
    const step = i === 0 ? 0 : lon - ring[i - 1][0];
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [lon + turns * 360, lat];
  });
  if (turns === 0) return unrolled;
  const [first, last] = [unrolled[0], unrolled[unrolled.length - 1]];
  return [...unrolled, [last[0], -90], [first[0], -90], first];
}

function differences(ring) {
  let [lastX, lastY] = [0, 0];
  return ring.flatMap(([lon, lat]) => {
    const [x, y] = [Math.round(lon * 1000), Math.round(lat * 1000)];
    const step = [x - lastX, y - lastY];
    [lastX, lastY] = [x, y];
    return step;
  });
}
