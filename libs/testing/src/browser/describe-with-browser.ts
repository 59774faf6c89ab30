import type { Browser } from 'playwright-core';
import { describeWhereThereIs } from '../needing/describe-where-there-is';
import { whyNoBrowser } from './find-browser';
import { launchBrowser } from './launch-browser';

/** The first suite of a checkout unpacks one. */
const STARTING_MS = 120_000;

/**
 * A suite that needs a real browser: one Chromium, started before the suite and closed after it. Where none can be had it
 * is skipped, saying why, or fails where CI is set.
 */
export function describeWithBrowser(name: string, suite: (browser: () => Browser) => void): void {
  describeWhereThereIs('a browser', whyNoBrowser(), name, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await launchBrowser();
    }, STARTING_MS);
    suite(() => {
      if (browser === undefined) throw new Error('there is no browser yet: ask for it in a test or in beforeAll');
      return browser;
    });
    // After the suite's own: hooks run in the order of their registration.
    afterAll(() => browser?.close());
  });
}
