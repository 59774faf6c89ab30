import type { ConsoleMessage, Page, Response } from 'playwright-core';

/** What goes wrong in pages, whether or not a test looks at it. */
export class DashboardProblems {
  private readonly found: string[] = [];

  /** @param isUp whether the server is meant to answer; while it is not, requests that fail are no problem */
  watch(page: Page, url: string, isUp: () => boolean): void {
    page.on('pageerror', (error) => this.found.push(`error in ${page.url()}: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (isProblem(message, url)) this.found.push(`${message.type()} in ${page.url()}: ${message.text()}`);
    });
    page.on('request', (request) => {
      const asked = new URL(request.url());
      if (/^https?:$/.test(asked.protocol) && asked.origin !== url)
        this.found.push(`asked another host: ${asked.href}`);
    });
    page.on('response', (response) => {
      if (isUp() && isFault(response)) this.found.push(`${response.status()} of ${response.url()}`);
    });
  }

  /** Fails with all that was found since it was asked last. */
  expectNone(): void {
    const found = this.found.splice(0);
    if (found.length > 0) throw new Error(`something went wrong in the browser:\n${found.join('\n')}`);
  }
}

/** Chromium itself tells of answers that are not 2xx, and of a server that is away: the responses are looked at instead. */
function isProblem(message: ConsoleMessage, url: string): boolean {
  if (message.type() !== 'error' && message.type() !== 'warning') return false;
  const isOfApi = ['/v1/', '/health/'].some((path) => message.location().url.startsWith(url + path));
  return !(message.text().startsWith('Failed to load resource') && isOfApi);
}

function isFault(response: Response): boolean {
  return response.status() >= 500 && response.status() !== 503;
}
