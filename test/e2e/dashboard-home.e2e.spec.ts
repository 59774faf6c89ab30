import type { Locator, Page } from 'playwright-core';
import { describeDashboard, type Dashboard } from './dashboard';
import { expectAccessible, noOverflow, screenshot } from './dashboard-page';
import { eventually, type Json, pageOf, receiptOf } from './http-api';

const rows = (page: Page): Locator => page.getByRole('table', { name: 'What announcements did' }).getByRole('row');
/** The row of an announcement, by words of its headline. */
const rowOf = (page: Page, words: string | RegExp): Locator => rows(page).filter({ hasText: words });
const EARNINGS = 'Amazon reports its fourth quarter';
const DEAL = 'Amazon and OpenAI form';

/** As people read it: a minus is a minus sign. */
function percentOf(fraction: unknown): string {
  const value = Number(fraction) * 100;
  return `${value < 0 ? '\u2212' : '+'}${Math.abs(value).toFixed(2)}%`;
}

function billionsOf(amount: unknown): string {
  const value = Number(amount) / 1e9;
  return `${value < 0 ? '\u2212' : '+'}$${Math.abs(value).toFixed(1)}\u00a0bn`;
}

async function reactionsOf(dashboard: Dashboard, query = ''): Promise<readonly Json[]> {
  return pageOf(await dashboard.api.get(`/v1/reactions?limit=50${query}`)).data;
}

async function announce(dashboard: Dashboard, name: string, more: object = {}): Promise<string> {
  const body = {
    ...{ kind: 'product', headline: name, announcedAt: '2026-03-04T15:00:00Z' },
    ...{ source: 'home', externalId: name, subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }] },
    ...more,
  };
  return receiptOf(await dashboard.api.post('/v1/announcements', body)).id;
}

describeDashboard('the home page', (dashboard) => {
  it('tells of each announcement what the API tells: when, day 0, abnormal return, market cap, and the run', async () => {
    const page = await dashboard().page();
    const [deal, earnings] = await reactionsOf(dashboard());
    for (const [words, told] of [
      [DEAL, deal],
      [EARNINGS, earnings],
    ] as const) {
      const row = rowOf(page, words);
      await row.waitFor();
      const text = (await row.textContent()) ?? '';
      expect(text).toContain(percentOf(told?.['return']));
      expect(text).toContain(percentOf(told?.['abnormalReturn']));
      expect(text).toContain(billionsOf(told?.['marketCapChange']));
    }
    expect(await rowOf(page, EARNINGS).textContent()).toMatch(
      /Thu 5 Feb 2026.*after the close.*AMZN.*Amazon\.com, Inc\./s,
    );
    expect(await rowOf(page, EARNINGS).textContent()).toContain('extended a fall of 3 to 9');
    expect(await rowOf(page, DEAL).textContent()).toContain('ended a fall of 1, began a rise of 1');
    // Newest first, below the heads.
    expect(await rows(page).nth(1).textContent()).toContain(DEAL);
    await expectAccessible(page);
    await screenshot(page, 'home');
  });

  it('tells the longest streaks in force as the API does', async () => {
    const page = await dashboard().page();
    const panel = page.getByRole('region', { name: 'Longest streaks in force' });
    for (const [direction, title] of [
      ['falling', 'Falls'],
      ['rising', 'Rises'],
    ] as const) {
      const told = pageOf(await dashboard().api.get(`/v1/streaks?direction=${direction}&limit=5`)).data;
      const list = panel.getByRole('region', { name: title });
      if (told.length === 0) await list.getByText('None of two sessions or more.').waitFor();
      else
        await list
          .getByRole('listitem')
          .nth(told.length - 1)
          .waitFor();
      const items = await list.getByRole('listitem').allTextContents();
      expect(items.map((item) => /(\d+) sessions/.exec(item)?.[1])).toEqual(told.map(({ length }) => String(length)));
      for (const [i, { return: moved }] of told.entries()) expect(items[i]).toContain(percentOf(moved));
    }
  });

  it('leads from the headline to the announcement and from the ticker to the instrument', async () => {
    const page = await dashboard().page();
    await rowOf(page, EARNINGS).getByRole('link', { name: EARNINGS }).click();
    await page.waitForURL((url) => url.pathname === `/announcements/${dashboard().announcementIds[0] ?? ''}`);
    await page.goBack();
    await rowOf(page, EARNINGS).getByRole('link', { name: 'AMZN' }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/instruments/'));
  });

  it('keeps its filters in the URL, so that a reload shows the same', async () => {
    const page = await dashboard().page();
    await rowOf(page, DEAL).waitFor();
    await page.getByLabel('Kind').selectOption('earnings');
    await rowOf(page, DEAL).waitFor({ state: 'detached' });
    await rowOf(page, EARNINGS).waitFor();
    await page.getByLabel('Words, ticker or name').fill('quarter amzn');
    await page.waitForURL((url) => url.searchParams.get('q') === 'quarter amzn');
    await page.reload();
    await rowOf(page, EARNINGS).waitFor();
    expect(await rows(page).count()).toBe(2);
    expect(await page.getByLabel('Kind').inputValue()).toBe('earnings');
    await page.getByLabel('What it did').selectOption('began');
    await page.getByText('No announcement of a listed instrument fits these filters.').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await rowOf(page, DEAL).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  it('says in the words of the server what is wrong with a filter, and can go on from there', async () => {
    const page = await dashboard().page({ path: '/?instrument=XNAS:NONE' });
    await page.getByRole('alert').filter({ hasText: 'No instrument on record is called "XNAS:NONE"' }).waitFor();
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await rowOf(page, EARNINGS).waitFor();
  });

  it('shows at a past moment what was known then', async () => {
    const page = await dashboard().page({ path: '/?asOf=2026-02-09' });
    const row = rowOf(page, EARNINGS);
    await row.filter({ hasText: 'extended a fall of 3 to 5 so far' }).waitFor();
    expect(await rowOf(page, DEAL).count()).toBe(0);
    const falls = page.getByRole('region', { name: 'Falls' }).getByRole('listitem');
    await falls.filter({ hasText: 'AMZN' }).filter({ hasText: '5 sessions' }).waitFor();
    await row.getByRole('link', { name: 'AMZN' }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/instruments/'));
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2026-02-09');
  });

  it('finds by keyboard alone: a ticker, a name, a headline, and the list of all that has the words', async () => {
    const page = await dashboard().page();
    const box = page.getByRole('combobox', { name: 'Search tickers, names and headlines' });
    const options = page.getByRole('listbox', { name: 'Found' }).getByRole('option');
    await box.focus();
    await page.keyboard.type('amz');
    await options.filter({ hasText: 'Amazon.com, Inc.' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    expect(await options.first().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/instruments/XNAS:AMZN');
    await box.focus();
    await page.keyboard.type('openai partner');
    await options.filter({ hasText: DEAL }).waitFor();
    await page.keyboard.press('Escape');
    await options.first().waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/' && url.searchParams.get('q') === 'openai partner');
    await rowOf(page, DEAL).waitFor();
  });

  it('fits a phone, dark, as cards', async () => {
    const page = await dashboard().page({ width: 'narrow', theme: 'dark' });
    await rowOf(page, EARNINGS).waitFor();
    await noOverflow(page);
    await expectAccessible(page);
    await page.getByText('Filters', { exact: true }).click();
    await page.getByLabel('Kind').selectOption('deal');
    await rowOf(page, EARNINGS).waitFor({ state: 'detached' });
    await page.getByText('Filters (1 in force)').waitFor();
    await noOverflow(page);
    await screenshot(page, 'home-narrow-dark');
  });

  it('shows an announcement that comes in, marked, without a reload', async () => {
    const page = await dashboard().page();
    await rowOf(page, DEAL).waitFor();
    await announce(dashboard(), 'Amazon says something new');
    const row = rowOf(page, 'Amazon says something new');
    await row.waitFor();
    await row.getByText('New', { exact: true }).waitFor();
    await page.getByRole('status').filter({ hasText: '1 announcement came in since' }).waitFor();
    expect(await rows(page).nth(1).textContent()).toContain('Amazon says something new');
    const [told] = await reactionsOf(dashboard());
    expect(await row.textContent()).toContain(percentOf(told?.['return']));
  });

  it('shows a headline that attacks as text, and stays in shape', async () => {
    const attack = `<img src=x onerror=alert(1)> \u202eshalom שלום 🎉 ${'W'.repeat(300)}`;
    await announce(dashboard(), attack.slice(0, 300), { kind: 'other' });
    for (const width of ['wide', 'narrow'] as const) {
      const page = await dashboard().page({ width });
      await rowOf(page, '<img src=x onerror=alert(1)>').waitFor();
      await noOverflow(page);
    }
  });

  it('tells of a lost server, keeps what it had, and goes on when it is back', async () => {
    const page = await dashboard().page();
    await rowOf(page, EARNINGS).waitFor();
    await dashboard().stopServer();
    await page.getByLabel('Kind').selectOption('deal');
    await page.getByRole('alert').filter({ hasText: 'The server does not answer' }).first().waitFor();
    await dashboard().startServer();
    await rowOf(page, DEAL).waitFor();
    await rowOf(page, EARNINGS).waitFor({ state: 'detached' });
  });

  it('goes on through hundreds of rows as one scrolls, and draws few of them', async () => {
    const names = Array.from({ length: 230 }, (_, i) => `Small news number ${i + 1}`);
    for (let start = 0; start < names.length; start += 23)
      await Promise.all(
        names.slice(start, start + 23).map((name) => announce(dashboard(), name, { kind: 'regulatory' })),
      );
    const page = await dashboard().page({ path: '/?kind=regulatory' });
    await rowOf(page, 'Small news number').first().waitFor();
    const list = page.getByRole('region', { name: 'What announcements did' });
    await list.focus();
    await eventually(async () => {
      await page.keyboard.press('End');
      const all = await page.getByRole('status').filter({ hasText: '230 rows in all' }).count();
      const last = await rows(page).last().getAttribute('aria-rowindex');
      return all === 1 && last === '231' ? true : undefined;
    });
    expect(await rows(page).count()).toBeLessThan(60);
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('231');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download these rows (CSV)' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('announcements.csv');
  });
});

describeDashboard(
  'the home page of an empty system',
  (dashboard) => {
    it('says how announcements come in', async () => {
      const page = await dashboard().page();
      await page.getByText('No announcement of a listed instrument is on record.').waitFor();
      await page.getByRole('region', { name: 'Falls' }).getByText('None of two sessions or more.').waitFor();
      await expectAccessible(page);
    });
  },
  { fill: 'nothing' },
);
