// Builds everything the browser loads into dist/assets: one stylesheet, the scripts, the fonts, each under a name that
// carries its hash, each compressed beforehand, and manifest.json that tells which name became which.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(here);
const installed = 'node_modules/.package-lock.json';
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs)
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: ['ignore', 'ignore', 'inherit'] });

const { build } = await import('esbuild');
const out = 'dist/assets';
rmSync('dist', { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const result = await build({
  entryPoints: ['src/app.css', 'src/app.ts'],
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2019', 'chrome80', 'firefox78', 'safari13'],
  loader: { '.woff2': 'file', '.svg': 'file' },
  assetNames: '[name]-[hash]',
  entryNames: '[name]-[hash]',
  publicPath: '/assets',
  outdir: out,
  metafile: true,
});

const manifest = {};
for (const [file, made] of Object.entries(result.metafile.outputs)) {
  const name = made.entryPoint ? basename(made.entryPoint).replace(/\.ts$/, '.js') : basename(Object.keys(made.inputs)[0]);
  manifest[name] = basename(file);
  compress(join(out, basename(file)));
}
writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest, null, 1));

function compress(file) {
  if (/\.woff2$/.test(file)) return;
  const bytes = readFileSync(file);
  writeFileSync(file + '.gz', gzipSync(bytes, { level: 9 }));
  writeFileSync(file + '.br', brotliCompressSync(bytes));
}
