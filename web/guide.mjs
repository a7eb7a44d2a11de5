// Takes the guide's pictures: starts a demonstration in a folder of its own, goes where the guide goes, and stops it.
//
//   npm run guide                              in web/, or: node web/guide.mjs
//   node web/guide.mjs ADDRESS DATA            of a demonstration that runs already, with its data folder
//
// Needs a Chromium (CHROMIUM, else /usr/bin/chromium). Pictures go to docs/guide/.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser, signIn } from './parts/camera.mjs';

const house = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(house, 'docs/guide');
const [address, data] = process.argv.slice(2);
const hub = address ? { address, data, stop: () => {} } : await start();
const browser = await openBrowser();
try {
  await takeAll();
} finally {
  await browser.close();
  await hub.stop();
}

async function takeAll() {
  const keeper = await signIn(browser, readFileSync(join(hub.data, 'sign-in-link'), 'utf8').trim());
  const places = readFileSync(join(hub.data, 'demonstration'), 'utf8').split('\n').map((line) => line.split('\t')[0]);
  const campaign = places.find((path) => /^\/campaigns\/[^/]+$/.test(path));
  const corrected = places.find((path) => /^\/findings\/[^/]+$/.test(path));
  const organisation = await first('/organisations', 'a[href^="/organisations/lemon"]');

  await take('home', '/', { width: 1280, height: 1480 });
  await take('organisation', organisation, { height: 760 });
  await take('promise', campaign + '/promise', { state: keeper, height: 900 });
  await take('check', campaign + '/check', { state: keeper, height: 760 });
  await take('campaign', campaign, { width: 360, height: 760 });
  await take('player', campaign + '/answer', { width: 360, height: 760 });
  await take('report', places.find((path) => path.startsWith('/reports/')), { width: 360, height: 760 });
  await take('review', campaign + '/review?state=received', { state: keeper, height: 900 });
  await take('submission', await first(campaign + '/review?state=asked', 'td a', keeper), { state: keeper, height: 860 });
  await take('preview', places.find((path) => path.startsWith('/findings/drafts/')), { state: keeper, height: 900 });
  await take('finding', corrected, { height: 900 });
  await take('verified', '/verify', { height: 900, before: (page) => check(page, corrected) });
}

/** A picture of the page's first screen; never of what lies below, so that the file stays small. */
async function take(name, path, { width = 1080, height, state, before }) {
  const context = await browser.newContext({ viewport: { width, height }, storageState: state });
  const page = await context.newPage();
  await page.goto(`${hub.address}${path}`, { waitUntil: 'networkidle' });
  if (before) await before(page);
  await page.screenshot({ path: join(target, name + '.png') });
  await context.close();
  console.log(`${name}.png  ${path}`);
}

/** Gives the proof file of a finding to the page that checks it. */
async function check(page, finding) {
  const other = await page.context().newPage();
  await other.goto(hub.address + finding);
  const path = await other.locator('a[href^="/log/proof/"]').first().getAttribute('href');
  const answer = await other.request.get(hub.address + path);
  const file = { name: 'finding.proof.json', mimeType: 'application/json', buffer: await answer.body() };
  await other.close();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForLoadState('networkidle');
}

/** Where the first link of that sort on a page leads. */
async function first(path, selector, state) {
  const context = await browser.newContext({ storageState: state });
  const page = await context.newPage();
  await page.goto(hub.address + path);
  const found = await page.locator(`main ${selector}`).first().getAttribute('href');
  await context.close();
  return found;
}

async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'commonweal-guide-'));
  const port = await freePort();
  const process = spawn(join(house, 'commonweal'), ['demo', '--data', folder, '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => process.on('exit', resolve));
  await new Promise((resolve, reject) => {
    let said = '';
    process.stdout.on('data', (words) => (said += words).includes('Ctrl-C ends it') && resolve());
    ended.then(() => reject(new Error(said)));
  });
  const stop = async () => {
    process.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
  return { address: `http://localhost:${port}`, data: folder, stop };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
