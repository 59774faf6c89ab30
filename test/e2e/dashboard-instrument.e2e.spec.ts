import { readFileSync } from 'node:fs';
import { describeDashboard } from './dashboard';
import { expectAccessible, noOverflow, screenshot } from './dashboard-page';
import {
  AMAZON,
  type Bar,
  barsOf,
  card,
  goTo,
  legend,
  list,
  opened,
  rowsOf,
  sessionSlider,
  sessionsOf,
} from './instrument-page';

const TITLE = 'AMZN: price, volume and market cap';

const SETTINGS = ['1Y', 'Line', 'Log'];

const grouped = (value: number) => value.toLocaleString('en-US');

describeDashboard('the page of an instrument', (dashboard) => {
  describe('the figures of a session', () => {
    it('are the API’s, reached by keys: day 0 of the report', async () => {
      const page = await opened(dashboard());
      await goTo(page, await sessionsOf(dashboard()), '2026-02-06');
      await legend(page).getByText('Fri 6 Feb 2026').waitFor();
      const path = '/v1/instruments/XNAS:AMZN/bars?from=2026-02-06&to=2026-02-07&limit=1000';
      const { open, high, low, close, volume } = (await rowsOf<Bar>(dashboard(), path))[0]!;
      const text = (await legend(page).innerText()).replaceAll(/\s+/g, ' ');
      expect(text).toContain(`Open ${open.toFixed(2)}`);
      expect(text).toContain(`High ${high.toFixed(2)} Low ${low.toFixed(2)} Close ${close.toFixed(2)} USD`);
      expect(text).toContain(`Volume ${grouped(volume)}`);
      expect(text).toContain('−5.55%');
      expect(text).toMatch(/Market cap \$2\.2 tn changed ▼ −\$132\.2 bn by price ▼ −\$132\.2 bn by share count none/);
      const said = await sessionSlider(page).getAttribute('aria-valuetext');
      expect(said?.replaceAll(/\s/g, ' ')).toBe('Fri 6 Feb 2026: close 210.32, −5.55%, market cap $2.2 tn');
    });

    it('tell price and share count apart where a new count came', async () => {
      const page = await opened(dashboard());
      await goTo(page, await sessionsOf(dashboard()), '2026-02-09');
      await legend(page).getByText('Mon 9 Feb 2026').waitFor();
      // 10,690,216,011 x (208.72 - 210.32) and 208.72 x (10,734,920,870 - 10,690,216,011).
      const text = (await legend(page).innerText()).replaceAll(/\s+/g, ' ');
      expect(text).toMatch(/changed ▼ −\$7\.8 bn by price ▼ −\$17\.1 bn by share count ▲ \+\$9\.3 bn/);
    });

    it('are those of the last session until somebody points', async () => {
      const page = await opened(dashboard());
      const last = (await sessionsOf(dashboard())).at(-1) ?? '';
      expect(last).toBe('2026-03-06');
      await legend(page).getByText('Fri 6 Mar 2026').waitFor();
      await page.getByRole('group', { name: 'Last close' }).getByText('213.21').waitFor();
    });
  });

  describe('the streaks', () => {
    it('are the API’s, row by row', async () => {
      const page = await opened(dashboard());
      const path = '/v1/instruments/XNAS:AMZN/streaks?minLength=3&limit=1000';
      const streaks = await rowsOf<{ readonly length: number }>(dashboard(), path);
      const rows = page.getByRole('table', { name: /^Streaks, newest first/ }).getByRole('row');
      await page.getByText(`${streaks.length} streaks, page 1 of 2`).waitFor();
      const lengths: string[] = [];
      for (const row of (await rows.all()).slice(1)) lengths.push(await row.getByRole('cell').nth(2).innerText());
      const newest = streaks.toReversed().slice(0, 25);
      expect(lengths).toEqual(newest.map(({ length }) => String(length)));
    });

    it('tell the nine sessions with the report in them', async () => {
      const page = await opened(dashboard());
      const row = page.getByRole('row', { name: /3 Feb 2026/ });
      const text = (await row.innerText()).replaceAll(/\s+/g, ' ');
      expect(text).toContain('▼ fall 3 Feb 2026 13 Feb 2026 9 ▼ −18.18% ▼ −$463.3 bn ▼ −$472.2 bn ▲ +$8.9 bn');
      expect(text).toContain('start of the tape');
      await row.getByRole('link', { name: /reports its fourth quarter/ }).waitFor();
    });

    it('are filtered by direction and length, and the URL says so', async () => {
      const page = await opened(dashboard());
      await page.getByRole('radio', { name: '▼ Falls' }).check({ force: true });
      await page.getByRole('combobox', { name: 'Least length of streaks, in sessions' }).first().selectOption('6');
      const path = '/v1/instruments/XNAS:AMZN/streaks?minLength=6&direction=falling&limit=1000';
      const streaks = await rowsOf(dashboard(), path);
      await page.getByText(`${streaks.length} streaks, page 1 of 1`).waitFor();
      expect(new URL(page.url()).search).toBe('?direction=falling&minLength=6');
    });

    it('are weighed in words', async () => {
      const page = await opened(dashboard());
      await page.getByText(/fell nine sessions in a row from February 3 to 13, 2026/).waitFor();
      await page.getByText('A fall of 9 sessions or more came once in 293 sessions, about 1.2 years.').waitFor();
    });
  });

  describe('the announcements on the chart', () => {
    it('show their card to the keyboard, and open by Enter', async () => {
      const page = await opened(dashboard());
      const links = list(page).getByRole('link');
      await links.first().focus();
      await card(page)
        .getByText(/OpenAI/)
        .waitFor();
      await page.keyboard.press('Tab');
      await card(page)
        .getByText(/reports its fourth quarter/)
        .waitFor();
      const text = (await card(page).innerText()).replaceAll(/\s+/g, ' ');
      expect(text).toContain('Thu 5 Feb 2026, after the close');
      expect(text).toContain('Day 0, Fri 6 Feb 2026 ▼ −5.55%');
      expect(text).toContain('Abnormal return, against ARCX:SPY ▼ −8.04%');
      expect(text).toContain('Day 0 extended a fall of 3 sessions to 9');
      await legend(page).getByText('Fri 6 Feb 2026').waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/announcements/${dashboard().announcementIds[0] ?? ''}`);
    });

    it('show it to the pointer over day 0, and open by a click on the mark', async () => {
      const page = await opened(dashboard());
      const box = await sessionSlider(page).boundingBox();
      if (box === null) throw new Error('the chart has no box');
      let x = box.x + box.width;
      const isTold = () =>
        card(page)
          .getByText(/reports its fourth quarter/)
          .isVisible();
      while (x > box.x && !(await isTold())) await page.mouse.move((x -= 4), box.y + 60);
      expect(await isTold()).toBe(true);
      // The mark is somewhere above the candle.
      for (let y = box.y + 40; y < box.y + box.height / 2 && page.url().includes(AMAZON); y += 6) {
        await page.mouse.click(x - 3, y);
      }
      await page.waitForURL(`**/announcements/${dashboard().announcementIds[0] ?? ''}`);
    });

    it('stand below with the API’s reactions', async () => {
      const page = await opened(dashboard());
      const reactions = await rowsOf(dashboard(), '/v1/reactions?instrument=XNAS:AMZN');
      const rows = page.getByRole('table', { name: /^Announcements, newest first/ }).getByRole('row');
      expect(await rows.count()).toBe(reactions.length + 1);
      const text = (await rows.nth(2).innerText()).replaceAll(/\s+/g, ' ');
      expect(text).toContain('Fri 6 Feb 2026 ▼ −5.55% ▼ −8.04% ▼ −$132.2 bn extended a fall of 3 sessions to 9');
    });
  });

  describe('the table behind the chart', () => {
    it('has the API’s figures of what is in view, and so has its download', async () => {
      const page = await opened(dashboard(), { path: `${AMAZON}?span=all` });
      const bars = await barsOf(dashboard());
      const path = '/v1/instruments/XNAS:AMZN/market-caps?limit=1000';
      const caps = await rowsOf<{ readonly marketCap: number | null }>(dashboard(), path);
      await page
        .getByText(`${bars.length} sessions from Thu 2 Jan 2025 to Fri 6 Mar 2026`)
        .waitFor({ state: 'attached' });
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: `CSV of ${TITLE}` }).click();
      const lines = readFileSync(await (await downloading).path(), 'utf8').split('\r\n');
      expect(lines[0]).toContain('Session,Open,High,Low,Close,Change,Volume,Market cap');
      expect(lines).toHaveLength(bars.length + 2);
      bars.forEach(({ session, open, high, low, close, volume }, i) => {
        const cells = lines[i + 1]?.split(',') ?? [];
        expect(cells.slice(0, 5)).toEqual([session, open, high, low, close].map(String));
        expect(cells.slice(6, 8)).toEqual([volume, caps[i]?.marketCap ?? ''].map(String));
      });
      await page.getByRole('button', { name: `Table of ${TITLE}` }).click();
      const row = page.getByRole('row', { name: /^2026-02-06/ });
      const cells = await row.getByRole('cell').allInnerTexts();
      expect(cells.slice(0, 4)).toEqual(['202.7', '211.44', '200.31', '210.32']);
      expect(cells.slice(-2)[0]).toBe('falling, 4 of 9');
    });
  });

  it('keeps its settings in the URL over a reload', async () => {
    const page = await opened(dashboard());
    for (const name of SETTINGS) await page.getByRole('radio', { name, exact: true }).check({ force: true });
    await page.getByRole('combobox', { name: 'Adjustment' }).selectOption('Total return');
    await page.waitForURL('**?span=1Y&chart=line&scale=log&adjustment=total');
    await page.reload();
    await legend(page).waitFor();
    for (const name of SETTINGS) {
      expect(await page.getByRole('radio', { name, exact: true }).isChecked()).toBe(true);
    }
    expect(await page.getByRole('combobox', { name: 'Adjustment' }).inputValue()).toBe('total');
  });

  it('shows at a past moment what was known then', async () => {
    const page = await opened(dashboard(), { path: `${AMAZON}?asOf=2026-02-10T12:00:00Z` });
    await legend(page).getByText('Mon 9 Feb 2026').waitFor();
    expect(await list(page).getByRole('link').count()).toBe(1);
    const row = page.getByRole('row', { name: /3 Feb 2026/ });
    expect((await row.innerText()).replaceAll(/\s+/g, ' ')).toContain('▼ fall in force 3 Feb 2026 9 Feb 2026 5');
    // In the link, too.
    expect(await list(page).getByRole('link').first().getAttribute('href')).toContain('?asOf=2026-02-10T12:00:00Z');
  });

  it.each([
    ['light', 'wide'],
    ['dark', 'narrow'],
  ] as const)('is accessible and fits the window: %s, %s', async (theme, width) => {
    const page = await opened(dashboard(), { theme, width });
    await list(page).getByRole('link').last().focus();
    await card(page).waitFor();
    await expectAccessible(page);
    await noOverflow(page);
    await screenshot(page, `instrument-${theme}-${width}`);
  });

  it('is found by an address in which a mail program encoded the colon', async () => {
    const page = await dashboard().page({ path: '/instruments/XNAS%3AAMZN' });
    await page.getByRole('heading', { level: 1, name: 'Amazon.com, Inc.' }).waitFor();
  });

  it('says that there is no such instrument', async () => {
    const page = await dashboard().page({ path: '/instruments/XNAS:NOPE' });
    await page.getByRole('heading', { name: 'There is no instrument called XNAS:NOPE' }).waitFor();
    await page.getByText('Search for one by ticker, former ticker or name').waitFor();
    await expectAccessible(page);
  });
});
