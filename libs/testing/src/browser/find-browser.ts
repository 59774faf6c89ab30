import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserProgram } from './browser-program';
import { chromiumOfPackage, whyNoChromiumPackage } from './chromium-package';

/** Names the browser to test in, by its path. */
const BROWSER_VARIABLE = 'STREAKLINE_BROWSER';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Where they are installed on machines whose PATH does not say. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    if (folder === undefined) return [];
    return [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ];
  }),
];

/** Why there is no browser to test in; null where there is one. */
export function whyNoBrowser(): string | null {
  const named = namedBrowser();
  if (named !== undefined) return existsSync(named) ? null : `${BROWSER_VARIABLE} names ${named}, which is not there.`;
  if (installedBrowser() !== undefined) return null;
  const missing = whyNoChromiumPackage();
  return missing && `${missing} Install Chromium, Chrome or Edge, or name one in ${BROWSER_VARIABLE}.`;
}

/** The browser to test in: that of STREAKLINE_BROWSER, else one that is installed, else that of the packages. */
export async function findBrowser(): Promise<BrowserProgram> {
  const missing = whyNoBrowser();
  if (missing !== null) throw new Error(missing);
  const executable = namedBrowser() ?? installedBrowser();
  return executable === undefined ? chromiumOfPackage() : { executable, environment: {} };
}

function namedBrowser(): string | undefined {
  const named = process.env[BROWSER_VARIABLE];
  return named === '' ? undefined : named;
}

function installedBrowser(): string | undefined {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find((file) => existsSync(file));
}
