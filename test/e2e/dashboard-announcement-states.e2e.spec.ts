import type { Page } from 'playwright-core';
import { describeDashboard } from './dashboard';
import { expectAccessible, noOverflow, screenshot, settled } from './dashboard-page';
import { type Receipt, receiptOf } from './http-api';

jest.setTimeout(180_000);

const strip = (page: Page) => page.getByRole('img', { name: /^Closes from/ });

describeDashboard('the announcement page, whatever is on record', (dashboard) => {
  const post = async (path: string, body: unknown): Promise<Receipt> => {
    const receipt = receiptOf(await dashboard().api.post(path, body));
    await dashboard().api.get(`/v1/announcements?limit=1&minPosition=${receipt.position}`);
    return receipt;
  };
  const announce = async (more: object) =>
    (
      await post('/v1/announcements', {
        ...{ kind: 'product', headline: 'A new product', subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }] },
        ...{ announcedOn: '2025-06-10', timing: 'preMarket', ...more },
      })
    ).id;
  const open = async (id: string, more: { width?: 'wide' | 'narrow'; theme?: 'light' | 'dark' } = {}) => {
    const page = await dashboard().page({ path: `/announcements/${id}`, ...more });
    await settled(page);
    return page;
  };
  /** An instrument without share counts or benchmark, and its closes of July 2025. */
  const list = async (symbol: string, closes: Readonly<Record<string, number>>) => {
    await post('/v1/instruments', { symbol, mic: 'XNAS', name: `${symbol} Corp.`, currency: 'USD' });
    const bars = Object.entries(closes).map(([session, close]) => ({ session, close }));
    await post(`/v1/instruments/XNAS:${symbol}/bars`, { source: 'test', basis: 'raw', bars });
  };

  it('shows an amendment, with a reaction of its own, without reload', async () => {
    const id = await announce({ externalId: 'amended', source: 'test', announcedOn: '2025-06-10' });
    const page = await open(id);
    await page.getByText(/^Day 0 is Tue 10 Jun 2025/).waitFor();
    const amendment = { announcedAt: '2025-06-17T20:30:00Z', headline: 'The product comes later' };
    const { id: amended } = await post(`/v1/announcements/${id}/amendments`, amendment);
    const acts = page.getByRole('group', { name: 'The act that is reacted to' });
    await acts.getByRole('radio', { name: 'Amended Tue 17 Jun 2025, 16:30 EDT' }).check({ force: true });
    await page.getByText(/^Day 0 is Wed 18 Jun 2025/).waitFor();
    expect(page.url()).toContain(`of=${amended}`);
    await page.getByRole('list', { name: 'Its history' }).getByText('The product comes later').waitFor();
    await page.reload();
    await page.getByText(/^Day 0 is Wed 18 Jun 2025/).waitFor();
  });

  it('tells what a correction changed, and marks a retraction unmistakably, as it comes', async () => {
    const id = await announce({ headline: 'A produkt' });
    const page = await open(id);
    const { headline, reason } = { headline: 'A product', reason: 'A slip of the pen' };
    await post(`/v1/announcements/${id}/corrections`, { headline, reason });
    const history = page.getByRole('list', { name: 'Its history' });
    await history.getByText('Because: A slip of the pen').waitFor();
    expect(await history.innerText()).toContain('headline from A produkt to A product');
    await post(`/v1/announcements/${id}/retraction`, { reason: 'It was a hoax' });
    await page.getByText('✗ Retracted. This was never so: It was a hoax').waitFor();
    await page.getByText('A retracted announcement has no reactions.').waitFor();
    expect(await page.locator('h1 del').textContent()).toBe('A product');
    await expectAccessible(page);
    await screenshot(page, 'announcement-retracted');
  });

  it('says that nothing reacts where no subject is listed', async () => {
    const page = await open(await announce({ subjects: [{ name: 'Anthropic', role: 'issuer' }] }));
    await page.getByText(/None of its subjects is listed here/).waitFor();
    expect(await page.getByRole('list', { name: 'Subjects' }).innerText()).toBe('issuer: Anthropic');
    await expectAccessible(page);
  });

  it('waits for a day 0 that has no bar, and shows it as the bar comes', async () => {
    await list('WAIT', { '2025-07-07': 100, '2025-07-08': 98 });
    const id = await announce({
      ...{ announcedOn: '2025-07-09', subjects: [{ instrument: 'XNAS:WAIT', role: 'issuer' }] },
    });
    const page = await open(id);
    await page.getByText('Day 0 is Wed 9 Jul 2025, and has no bar yet: its figures come with its close.').waitFor();
    await page.getByText('Market cap is told here as soon as day 0 has its bar.').waitFor();
    await noOverflow(page);
    await post('/v1/instruments/XNAS:WAIT/bars', {
      ...{ source: 'test', basis: 'raw', bars: [{ session: '2025-07-09', close: 93.1 }] },
    });
    await page.getByText(/^Day 0 is Wed 9 Jul 2025: ▼.−5\.00%\. It extended a fall of 1 session to 2 so far/).waitFor();
    await page.getByText('There is no market cap on Tue 8 Jul 2025: no share count was known at that close.').waitFor();
    await page.getByText('There are no abnormal returns: no benchmark is assigned to this instrument.').waitFor();
    await page.getByText(/^No benchmark is assigned to this instrument/).waitFor();
    await expectAccessible(page);
  });

  it('tells of a halt on day 0 when trading resumed, and at what', async () => {
    await list('HALT', { '2025-07-07': 100, '2025-07-08': 100, '2025-07-10': 80 });
    const id = await announce({ announcedOn: '2025-07-09', subjects: [{ instrument: 'XNAS:HALT', role: 'issuer' }] });
    const page = await open(id);
    await page
      .getByText(
        /^Day 0 is Wed 9 Jul 2025: it did not trade\. Trading resumed on Thu 10 Jul 2025: ▼.−20\.00% from the last close before\./,
      )
      .waitFor();
    await strip(page).waitFor();
    await page.getByText('It did not trade on day 0; trading resumed on Thu 10 Jul 2025.').waitFor();
  });

  it('of a bare date tells both candidates and which day is assumed', async () => {
    const page = await open(await announce({ announcedOn: '2025-06-11', timing: undefined }));
    await page.getByText(/only the date is known/).waitFor();
    await page.getByText(/^Day 0 is taken to be Wed 11 Jun 2025: /).waitFor();
    await page
      .getByText('Day 0 can be Wed 11 Jun 2025 or Thu 12 Jun 2025; it is taken to be Wed 11 Jun 2025.')
      .waitFor();
  });

  it('shows the reaction of each instrument that it concerns', async () => {
    await list('PEER', { '2025-07-07': 50, '2025-07-08': 51, '2025-07-09': 52 });
    const subjects = ['AMZN', 'PEER'].map((symbol) => ({ instrument: `XNAS:${symbol}`, role: 'issuer' }));
    const page = await open(await announce({ announcedOn: '2025-07-09', subjects }));
    const choice = page.getByRole('group', { name: 'The instrument that reacts' });
    await choice.getByRole('radio', { name: 'XNAS:PEER' }).check({ force: true });
    await page.getByText(/It extended a rise of 1 session to 2 so far/).waitFor();
    expect(page.url()).toContain('instrument=XNAS:PEER');
  });

  it('shows figures that were given, with their surprise', async () => {
    const eps = { metric: 'eps', unit: 'USD/share', actual: 1.95, expected: { value: 1.97, on: '2025-06-09' } };
    const page = await open(await announce({ kind: 'earnings', period: '2025-Q1', measures: [eps] }));
    const row = page.getByRole('table', { name: 'What it measured' }).getByRole('row', { name: /eps/ });
    expect(await row.innerText()).toMatch(/eps, 2025-Q1\s+1\.95 USD a share\s+1\.97 USD a share\s+▼.−1\.02%/);
  });

  it('shows hostile words as text, and keeps its layout', async () => {
    const words = ['<script>document.title = "owned"</script>', '<img src=x onerror=alert(1)>', 'עברית ‮هذا', '🚀🚀🚀'];
    const headline = [...words, 'W'.repeat(380)].join(' ');
    const condition = 'C'.repeat(400);
    const id = await announce({
      ...{
        headline,
        subjects: [
          { instrument: 'XNAS:AMZN', role: 'issuer' },
          { name: words.join(' '), role: 'rival' },
        ],
      },
      amounts: [{ label: headline, value: 5e9, currency: 'USD', certainty: 'conditional', condition }],
      sources: [{ url: 'https://news.example/a?b="><script>', publisher: words[0] }],
    });
    for (const width of ['wide', 'narrow'] as const) {
      const page = await open(id, { width });
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(headline);
      await strip(page).waitFor();
      await noOverflow(page);
      expect(await page.title()).toContain('<script>');
      expect(await page.locator('main img, main script').count()).toBe(0);
    }
  });

  it('says of an id that is not on record that there is none', async () => {
    const page = await dashboard().page({ path: '/announcements/ann_00000000000000000000000000000000' });
    await page.getByRole('heading', { level: 1, name: 'There is no such announcement' }).waitFor();
    await page.getByRole('link', { name: 'All announcements' }).waitFor();
    await expectAccessible(page);
  });
});
