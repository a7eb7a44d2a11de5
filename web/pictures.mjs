// Takes pictures of pages, to be looked at and for the guide. Needs a running hub and a Chromium (CHROMIUM, else
// /usr/bin/chromium).
//
//   node web/pictures.mjs http://localhost:8080 FOLDER /  /style /campaigns …
//   node web/pictures.mjs http://localhost:8080 docs/guide/pictures --widths 1440 --themes light --languages en /
//   node web/pictures.mjs http://localhost:8080 FOLDER --sign-in "$(cat data/sign-in-link)" /hub
//
// Says, for each page, whether it can be scrolled sideways, and what the browser complained about.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, signIn } from './parts/camera.mjs';

const [base, folder, ...rest] = process.argv.slice(2);
if (!base || !folder) {
  console.error('node web/pictures.mjs ADDRESS FOLDER [--widths 360,768,1440] [--themes light,dark] [--languages en,ar] [--sign-in LINK] PATH…');
  process.exit(2);
}
const widths = option('--widths', '360,768,1440').map(Number);
const themes = option('--themes', 'light,dark');
const [link] = option('--sign-in', '');
const languages = option('--languages', 'en,ar');

mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
const storageState = link ? await signIn(browser, link) : undefined;
let complaints = 0;
for (const width of widths)
  for (const theme of themes)
    for (const language of languages) await takeAll(width, theme, language);
await browser.close();
process.exitCode = complaints ? 1 : 0;

async function takeAll(width, colorScheme, language) {
  const context = await browser.newContext({ viewport: { width, height: width < 600 ? 740 : 900 }, colorScheme, storageState });
  for (const path of rest) {
    const name = `${path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home'}-${width}-${colorScheme}-${language}`;
    const page = await context.newPage();
    page.on('console', (line) => line.type() === 'error' && complain(name, line.text()));
    page.on('pageerror', (fault) => complain(name, fault.message));
    await page.goto(`${base}${path}${path.includes('?') ? '&' : '?'}lang=${language}`, { waitUntil: 'networkidle' });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wider > 0) complain(name, `can be scrolled sideways by ${wider} px`);
    await page.screenshot({ path: join(folder, name + '.png'), fullPage: true });
    await page.close();
  }
  await context.close();
}

function complain(name, words) {
  complaints++;
  console.log(`${name}: ${words}`);
}

/** Takes an option and its value out of the arguments. */
function option(name, otherwise) {
  const at = rest.indexOf(name);
  return (at < 0 ? otherwise : rest.splice(at, 2)[1]).split(',');
}
