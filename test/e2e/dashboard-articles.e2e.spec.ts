import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createLog } from '@streakline/observability';
import { createTestDatabase, describeWithBrowser } from '@streakline/testing';
import type { Locator, Page } from 'playwright-core';
import { startQuery } from '../../apps/query/src/start-query';
import { describeDashboard, type Dashboard } from './dashboard';
import { builtDashboard } from './dashboard-build';
import { tabTo } from './dashboard-keyboard';
import { expectAccessible, noOverflow, screenshot } from './dashboard-page';
import { eventually, type Json, receiptOf } from './http-api';

const FIXTURES = resolve(__dirname, '../fixtures/articles');
const textOf = (file: string) => readFileSync(join(FIXTURES, file), 'utf8');

/** Sends an article past the page, and waits until it can be read. */
async function read(dashboard: Dashboard, body: object): Promise<string> {
  const { id, position } = receiptOf(await dashboard.api.post('/v1/articles', body));
  await dashboard.api.get(`/v1/articles/${id}?minPosition=${position}`);
  return id;
}

interface Claim {
  readonly now: { readonly parts: readonly Json[]; readonly evidence: { readonly closes: readonly Json[] } };
}

const claimOf = (page: Page, id: string): Locator => page.getByRole('article', { name: `Claim ${id}`, exact: true });
const partOf = (claim: Locator, name: string): Locator =>
  claim
    .getByRole('list', { name: /^Parts of claim/ })
    .getByRole('listitem')
    .filter({ hasText: name });
const proposalOf = (page: Page, id: string): Locator =>
  page.getByRole('article', { name: `Proposal ${id}`, exact: true });

/*
 * The article of the Amazon case: nine sessions, and what came before the report among them (shared design: three of the
 * nine, 2026-02-03 to 2026-02-05).
 */
describeDashboard('the articles pages', (dashboard) => {
  it('take an article by paste and keyboard alone, and tell what of the nine sessions is right and what is not', async () => {
    const page = await dashboard().page({ path: '/articles' });
    const box = page.getByLabel('Article', { exact: true });
    await box.waitFor();
    await tabTo(page, box);
    await page.keyboard.insertText(textOf('deal.md'));
    await tabTo(page, page.getByRole('button', { name: 'Read it' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /Amazon ties its cloud to OpenAI/ }).waitFor();
    const streak = claimOf(page, 'c1');
    await streak.waitFor();
    expect(await partOf(streak, 'Length').textContent()).toMatch(/✓ supported.*On the tape9 sessions/s);
    expect(await partOf(streak, 'Order in time').textContent()).toMatch(
      /✕ contradicted.*3 of 9 sessions \(2026-02-03, 2026-02-04, 2026-02-05\) came before day 0/s,
    );
    await streak.getByRole('list', { name: '3 sessions before day 0' }).waitFor();
    expect(await streak.getByRole('list', { name: '6 sessions from day 0 on' }).getByRole('listitem').count()).toBe(6);
    const money = claimOf(page, 'c2');
    expect(await partOf(money, 'over the whole streak').textContent()).toMatch(/✓ supported.*\$463\.3\u00a0bn/s);
    expect(await partOf(money, 'over what followed').textContent()).toMatch(/✕ contradicted.*\$246\.6\u00a0bn/s);
    expect(await claimOf(page, 'c3').textContent()).toContain('✓ supported');
    await page.getByText('Fri 27 Feb 2026, 17:15 EST').waitFor();
    await expectAccessible(page);
    await screenshot(page, 'article');
  });

  it('show the evidence that the API gives: every close, the announcement, the events', async () => {
    const id = await read(dashboard(), { text: textOf('deal.md') });
    const page = await dashboard().page({ path: `/articles/${id}` });
    const streak = claimOf(page, 'c1');
    await streak.getByText('Evidence for claim c1').press('Enter');
    const rows = streak.getByRole('table', { name: /^Closes behind claim c1/ }).getByRole('row');
    await rows.first().waitFor();
    const { body } = await dashboard().api.get(`/v1/articles/${id}`);
    const [claim] = body['claims'] as readonly Claim[];
    const closes = claim?.now.evidence.closes ?? [];
    expect(closes).toHaveLength(10);
    const shown = (await rows.allTextContents()).slice(1);
    for (const [at, { close, position }] of closes.entries()) {
      expect(shown[at]).toContain(Number(close).toFixed(2));
      expect(shown[at]).toContain(`event ${String(position)}`);
    }
    const [earnings] = dashboard().announcementIds;
    const link = streak.getByRole('link', { name: /^Amazon reports its fourth quarter/ });
    expect(await link.getAttribute('href')).toBe(`/announcements/${earnings ?? ''}`);
    await expectAccessible(page);
  });

  it('take a file that is dropped, and one that is chosen', async () => {
    const page = await dashboard().page({ path: '/articles' });
    const box = page.getByLabel('Article', { exact: true });
    await box.waitFor();
    const files = await page.evaluateHandle<unknown>(`(() => {
      const files = new DataTransfer();
      files.items.add(new File([${JSON.stringify(textOf('week-as-day.md'))}], 'week.md', { type: 'text/markdown' }));
      return files;
    })()`);
    await box.dispatchEvent('drop', { dataTransfer: files });
    await page.getByText(/^week\.md: [\d,]+ characters\.$/).waitFor();
    expect(await box.inputValue()).toBe(textOf('week-as-day.md'));
    await page.getByLabel('Choose a file').setInputFiles(join(FIXTURES, 'low-as-close.html'));
    await page.getByText(/^low-as-close\.html: /).waitFor();
    await page.getByRole('button', { name: 'Read it' }).click();
    const claim = claimOf(page, 'c1');
    await claim.waitFor();
    expect(await partOf(claim, 'Amount').textContent()).toMatch(/✕ contradicted.*the low of 2026-02-06/s);
  });

  it('tell at its field what is refused, and keep what was typed', async () => {
    const page = await dashboard().page({ path: '/articles' });
    const [box, published, address] = ['Article', 'Published', 'Address'].map((name) =>
      page.getByLabel(name, { exact: true }),
    );
    const send = page.getByRole('button', { name: 'Read it' });
    const isWrong = (field: Locator | undefined) =>
      eventually(async () => ((await field?.getAttribute('aria-invalid')) === 'true' ? true : undefined));
    await send.click();
    await page.getByText('Paste an article, drop a file, or choose one.').waitFor();
    await box?.fill('Shares of Amazon fell nine sessions in a row.');
    await page.getByLabel('Title', { exact: true }).fill('A fall');
    await send.click();
    await isWrong(published);
    await page.getByText(/does not say when it was published/).waitFor();
    await expectAccessible(page);
    await published?.fill('2026-02-13');
    await address?.fill('not an address');
    await send.click();
    await isWrong(address);
    await box?.fill('PK\u0003\u0004'.repeat(9));
    await address?.fill('');
    await send.click();
    await isWrong(box);
    await page.getByText(/no text but binary data/).waitFor();
    expect(await published?.inputValue()).toBe('2026-02-13');
  });

  it('show what a hostile article says as text, and stay in their layout', async () => {
    const word = 'x'.repeat(10_000);
    const title = `<script>alert(1)</script> \u202e\u05e9\u05dc\u05d5\u05dd \u{1F680} ${'W'.repeat(200)}`;
    const text = `Shares of Amazon.com, Inc. (NASDAQ: AMZN) <img src=x onerror=alert(2)> fell 5.5% on Friday. ${word} \u202e${word}`;
    const id = await read(dashboard(), {
      ...{ text, format: 'markdown', title, publisher: '<b>Evil</b> \u{1F47E}', publishedAt: '2026-02-06T22:00:00Z' },
      url: `https://evil.example/${'a'.repeat(1_500)}`,
    });
    const { body } = await dashboard().api.get(`/v1/articles/${id}`);
    const page = await dashboard().page({ path: `/articles/${id}`, width: 'narrow' });
    await claimOf(page, 'c1').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(body['title']);
    await page.getByText('<b>Evil</b> \u{1F47E}').waitFor();
    await noOverflow(page);
    await expectAccessible(page);
    await screenshot(page, 'article-hostile-narrow');
    const list = await dashboard().page({ path: '/articles', width: 'narrow', theme: 'dark' });
    await list.getByText('<b>Evil</b> \u{1F47E}').waitFor();
    await noOverflow(list);
    await expectAccessible(list);
    await screenshot(list, 'articles-narrow-dark');
  });

  it('record an announcement that an article tells by keyboard, and dismiss one that it does not', async () => {
    const text = textOf('deal.md').replace('/02/27/amazon-openai-pledge', '/02/27/another');
    const id = await read(dashboard(), { text });
    const page = await dashboard().page({ path: `/articles/${id}` });
    await proposalOf(page, 'p1').waitFor();
    await proposalOf(page, 'p1')
      .getByRole('button', { name: /^Accept p1/ })
      .press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Accept this announcement?' });
    const choices = dialog.getByRole('radio');
    await choices.first().waitFor();
    expect(await choices.first().isChecked()).toBe(true);
    await choices.first().focus();
    await page.keyboard.press('ArrowDown');
    await tabTo(page, dialog.getByLabel('Time of day'));
    await page.keyboard.type('before');
    await expectAccessible(page);
    await tabTo(page, dialog.getByRole('button', { name: 'Record the announcement' }));
    await page.keyboard.press('Enter');
    const link = page.getByRole('status').getByRole('link', { name: 'the announcement on record' });
    await link.waitFor();
    const announced = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
    expect((await dashboard().api.get(`/v1/announcements/${announced}`)).body).toMatchObject({
      ...{ kind: 'deal', announcedOn: '2026-02-27', timing: 'preMarket' },
    });
    await proposalOf(page, 'p1').getByText('accepted').waitFor();
    await proposalOf(page, 'p2')
      .getByRole('button', { name: /^Dismiss p2/ })
      .click();
    await page.getByLabel('Why').fill('it is on record');
    await page.getByRole('button', { name: 'Dismiss it' }).click();
    await proposalOf(page, 'p2').getByText('dismissed').waitFor();
    const { body } = await dashboard().api.get(`/v1/articles/${id}`);
    expect(body['proposals']).toMatchObject([{ state: 'accepted', announcementId: announced }, { state: 'dismissed' }]);
  });

  it('list articles with their verdicts, and one that arrives meanwhile without a reload', async () => {
    await read(dashboard(), { text: textOf('deal.md') });
    const page = await dashboard().page({ path: '/articles' });
    const row = page.getByRole('row').filter({ hasText: 'Amazon ties its cloud to OpenAI' }).first();
    await row.getByText('2 partly').waitFor();
    expect(await row.textContent()).toMatch(/Harbor Ledger.*17:15 EST.*XNAS:AMZN.*1 supported/s);
    await read(dashboard(), { text: textOf('private.md') });
    const arrived = page.getByRole('row').filter({ hasText: 'Zyntrix raises another round' });
    await arrived.getByText('1 uncheckable').waitFor();
    await page.getByLabel('That mention').fill('XNAS:AMZN');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.waitForURL(/instrument=XNAS:AMZN/);
    await arrived.waitFor({ state: 'detached' });
    await row.waitFor();
    await expectAccessible(page);
    await screenshot(page, 'articles');
  });

  it('know at a past moment what was known then: no article before it appeared, no bar before it closed', async () => {
    const id = await read(dashboard(), { text: textOf('deal.md') });
    const page = await dashboard().page({ path: `/articles/${id}?asOf=2026-02-26`, theme: 'dark' });
    await page.getByText('There is no such article.').waitFor();
    await page.getByRole('heading', { name: 'Article', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Back to now' }).first().click();
    await claimOf(page, 'c1').waitFor();
    const past = await dashboard().page({ path: `/articles/${id}?asOf=2026-02-28`, theme: 'dark' });
    await claimOf(past, 'c1').waitFor();
    await past.getByText('Go back to now to accept or dismiss it.').first().waitFor();
    expect(await past.getByRole('link', { name: 'XNAS:AMZN' }).first().getAttribute('href')).toContain(
      'asOf=2026-02-28',
    );
  });

  it('mark a claim that a person withdrew or corrected, and a verdict that a revision changed', async () => {
    const text = textOf('deal.md').replace('/02/27/amazon-openai-pledge', '/02/27/corrected');
    const id = await read(dashboard(), { text });
    const { api } = dashboard();
    receiptOf(await api.post(`/v1/articles/${id}/claims/c2/withdrawal`, { reason: 'no such claim' }));
    // Friday's close as it might be put right: then the stock did not close 1% higher.
    const bar = { session: '2026-02-27', open: 206.13, high: 211, low: 205.2, close: 206, volume: 64_000_000 };
    const knownAt = '2026-03-05T12:00:00Z';
    const revised = { source: 'spec', basis: 'raw', revises: true, knownAt, bars: [bar] };
    const { position } = receiptOf(await api.post('/v1/instruments/XNAS:AMZN/bars', revised));
    await api.get(`/v1/articles/${id}?minPosition=${position}`);
    const page = await dashboard().page({ path: `/articles/${id}` });
    await claimOf(page, 'c2').getByText('withdrawn: the article makes no such claim').waitFor();
    const friday = claimOf(page, 'c3');
    await friday.getByText('The verdict has changed since it was published.').waitFor();
    expect(await friday.textContent()).toMatch(/When it was published: .*✓ supported/s);
    await expectAccessible(page);
    const before = await dashboard().page({ path: `/articles/${id}?asOf=2026-03-04` });
    await claimOf(before, 'c3').getByText('supported').first().waitFor();
    expect(await claimOf(before, 'c3').getByText('has changed since').count()).toBe(0);
  });
});

describeWithBrowser('the articles page of a process that answers questions alone', (browser) => {
  it('says where articles are taken instead', async () => {
    const [database, dashboardFolder] = await Promise.all([createTestDatabase(), builtDashboard()]);
    const log = createLog('silent');
    const query = await startQuery({ databaseUrl: database.url, port: 0, log, runStudies: false, dashboardFolder });
    await query.opened;
    try {
      const page = await browser().newPage();
      await page.goto(`${query.url}/articles`);
      await page.getByLabel('Article', { exact: true }).fill(textOf('deal.md'));
      await page.getByRole('button', { name: 'Read it' }).click();
      await page.getByText('This address answers questions, and takes nothing in.').waitFor();
      expect(await page.getByLabel('Article', { exact: true }).inputValue()).toBe(textOf('deal.md'));
      await page.close();
    } finally {
      await query.close();
      await database.drop();
    }
  });
});
