import { createTestDatabase, describeWithBrowser, type TestDatabase } from '@streakline/testing';
import type { Page } from 'playwright-core';
import { startStandalone, type Standalone } from '../../apps/standalone/src/start-standalone';
import { builtDashboard } from './dashboard-build';
import { DashboardProblems } from './dashboard-problems';
import { eventually } from './http-api';

const APPEND = `globalThis.append = (tag, text = '') => {
  const element = document.createElement(tag);
  element.append(text);
  return document.head.appendChild(element);
}`;

/*
 * The suites about pages rest on this: that what is wrong in a page is noticed although no test looks at it.
 */
describeWithBrowser('what goes wrong in a page', (browser) => {
  let database: TestDatabase;
  let server: Standalone;
  const pages: Page[] = [];

  beforeAll(async () => {
    const [made, dashboardFolder] = await Promise.all([createTestDatabase(), builtDashboard()]);
    database = made;
    server = await startStandalone({ databaseUrl: made.url, port: 0, logLevel: 'silent', dashboardFolder });
  });
  afterAll(async () => {
    await server.close();
    await database.drop();
  });

  afterEach(() => Promise.all(pages.splice(0).map((page) => page.close())));

  const opened = async (): Promise<{ page: Page; problems: DashboardProblems }> => {
    const page = await browser().newPage();
    pages.push(page);
    const problems = new DashboardProblems();
    problems.watch(page, server.url, () => true);
    await page.goto(`${server.url}/operations`);
    await page.evaluate(APPEND);
    return { page, problems };
  };

  it.each([
    ['an error that nobody catches', "setTimeout(() => { throw new Error('no wheels') })", /error in .*no wheels/],
    ['what the page complains of', "console.error('no brakes')", /error in .*no brakes/],
    ['a script in the page', "append('script', 'document.title = 1')", /requires 'TrustedScript'/],
    ['a style in the page', "append('style', 'b { color: red }')", /violates .*'style-src 'self''/],
    ['text that is made markup', "document.body.innerHTML = '<b>x</b>'", /requires 'TrustedHTML'/],
    ['a picture from elsewhere', "append('img').src = 'http://example.com/a.png'", /violates .*"img-src 'self' data:"/],
    [
      'a question to another host',
      "void fetch('http://example.com/').catch(() => 0)",
      /violates .*"connect-src 'self'"/,
    ],
    ['a way to another host', "location.href = 'http://example.com/'", /asked another host: http:\/\/example\.com/],
  ])('notices %s', async (_name, source, expected) => {
    const { page, problems } = await opened();
    await page.evaluate(`try { ${source} } catch { /* the console tells */ }`);
    await eventually(async () => said(problems, expected));
  });

  it('takes an answer that says no for an answer', async () => {
    const { page, problems } = await opened();
    expect(await page.evaluate("fetch('/v1/instruments/XNAS:NONE').then(({ status }) => status)")).toBe(404);
    problems.expectNone();
  });
});

function said(problems: DashboardProblems, expected: RegExp): true | undefined {
  try {
    problems.expectNone();
    return undefined;
  } catch (error) {
    expect(String(error)).toMatch(expected);
    return true;
  }
}
