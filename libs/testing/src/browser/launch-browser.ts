import type { Browser } from 'playwright-core';
import { findBrowser } from './find-browser';

const FLAGS = [
  // Its pages are our own, and containers seldom allow a sandbox within theirs.
  '--no-sandbox',
  '--font-render-hinting=none',
  // Whatever a page or the browser itself wants of another machine, it does not find.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** Starts a headless Chromium that reaches this machine and no other. Whoever starts it closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, environment } = await findBrowser();
  // Only here: most suites that import this lib need no browser.
  const { chromium } = await import('playwright-core');
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return chromium.launch({
    executablePath: executable,
    args: FLAGS,
    env: { ...Object.fromEntries(own), ...environment },
  });
}
