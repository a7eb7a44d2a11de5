// The icons that src/icons.txt names, and our own drawings under src/drawings, as the symbols of two files.
import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';

export function icons() {
  const names = readFileSync('src/icons.txt', 'utf8').split('\n').filter(Boolean);
  return Object.fromEntries(names.map((name) => [name, symbol(`node_modules/lucide-static/icons/${name}.svg`)]));
}

export function drawings() {
  const files = readdirSync('src/drawings').filter((file) => file.endsWith('.svg'));
  return Object.fromEntries(files.map((file) => [basename(file, '.svg'), symbol('src/drawings/' + file)]));
}

function symbol(file) {
  const text = readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  const [, open, body] = text.match(/<svg([\s\S]*?)>([\s\S]*)<\/svg>/);
  return { viewBox: open.match(/viewBox="([^"]*)"/)[1], body: body.replace(/\s*\n\s*/g, '').trim() };
}
