// Builds everything the browser loads into dist/static/assets: the stylesheet, the scripts, the fonts, the drawings, each
// under a name that carries its hash and compressed beforehand, and manifest.json that tells which name became which;
// and into dist/places what the hub's own maps are drawn from.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

process.chdir(dirname(fileURLToPath(import.meta.url)));
const installed = 'node_modules/.package-lock.json';
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs)
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: ['ignore', 'ignore', 'inherit'] });
execFileSync('node', ['node_modules/typescript/bin/tsc', '--noEmit'], { stdio: 'inherit' });

const { build } = await import('esbuild');
const { drawings, icons } = await import('./parts/sprites.mjs');
const { markPath, markPicture, tile } = await import('./parts/mark.mjs');
const { outlines } = await import('./parts/outlines.mjs');

const out = 'dist/static/assets';
const manifest = {};
rmSync('dist', { recursive: true, force: true });
mkdirSync(out, { recursive: true });

await bundle();
sprite('icon', 'icons.svg', icons());
sprite('drawing', 'drawings.svg', drawings());
place('mark.svg', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="#0b5d5b"><path d="${markPath()}"/></svg>`);
place('favicon.svg', tile());
for (const size of [180, 192, 512]) place(`icon-${size}.png`, markPicture(size));
place('htmx.js', readFileSync('node_modules/htmx.org/dist/htmx.min.js'));
place('app.webmanifest', webManifest());
// Shown when not even the database answers, and for addresses that nobody can read, so they are whole by themselves.
for (const name of ['maintenance.html', 'unreadable.html']) {
  const page = readFileSync('src/' + name, 'utf8');
  writeFileSync('dist/static/' + name, page.replace(/\{([^}]+)\}/g, (_, asset) => '/assets/' + manifest[asset]));
}
writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest, null, 1));

mkdirSync('dist/places', { recursive: true });
writeFileSync('dist/places/outlines.json', JSON.stringify(outlines()));

/** The stylesheet, the script of every page, and one script for each island of the pages that need more. */
async function bundle() {
  const islands = existsSync('src/islands') ? readdirSync('src/islands').filter((f) => f.endsWith('.ts')) : [];
  const { metafile } = await build({
    entryPoints: ['src/app.css', 'src/app.ts', 'src/theme.ts', ...islands.map((f) => 'src/islands/' + f)],
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2019', 'chrome80', 'firefox78', 'safari13'],
    // Safari 13 has destructuring with one odd bug, for which esbuild would refuse it altogether.
    supported: { destructuring: true },
    loader: { '.woff2': 'file' },
    assetNames: '[name]-[hash]',
    entryNames: '[name]-[hash]',
    publicPath: '/assets',
    outdir: out,
    metafile: true,
  });
  for (const [file, made] of Object.entries(metafile.outputs)) {
    const source = made.entryPoint ?? Object.keys(made.inputs)[0];
    manifest[basename(source).replace(/\.ts$/, '.js')] = basename(file);
    compress(file);
  }
}

/** One file of many symbols; each symbol has a line of its own in the manifest, so that a misspelt name is told. */
function sprite(kind, name, symbols) {
  const body = Object.entries(symbols).map(([id, s]) => `<symbol id="${id}" viewBox="${s.viewBox}">${s.body}</symbol>`);
  place(name, `<svg xmlns="http://www.w3.org/2000/svg">${body.join('')}</svg>`);
  for (const id of Object.keys(symbols)) manifest[`${kind}:${id}`] = `${manifest[name]}#${id}`;
}

function place(name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
  const file = basename(name, extname(name)) + '-' + hash + extname(name);
  manifest[name] = file;
  writeFileSync(join(out, file), content);
  compress(join(out, file));
}

function compress(file) {
  if (/\.(woff2|png)$/.test(file)) return;
  const bytes = readFileSync(file);
  writeFileSync(file + '.gz', gzipSync(bytes, { level: 9 }));
  writeFileSync(file + '.br', brotliCompressSync(bytes));
}

function webManifest() {
  const icon = (name, sizes, type) => ({ src: '/assets/' + manifest[name], sizes, type });
  return JSON.stringify({
    name: 'Commonweal',
    start_url: '/',
    display: 'browser',
    background_color: '#fbf8f2',
    theme_color: '#0b5d5b',
    icons: [
      icon('favicon.svg', 'any', 'image/svg+xml'),
      icon('icon-192.png', '192x192', 'image/png'),
      icon('icon-512.png', '512x512', 'image/png'),
    ],
  });
}
