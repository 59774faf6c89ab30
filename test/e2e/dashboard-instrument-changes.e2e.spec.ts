import { exchange } from '@streakline/market-time';
import { describeDashboard } from './dashboard';
import { expectAccessible, noOverflow } from './dashboard-page';
import { eventually, receiptOf } from './http-api';
import { opened, sessionSlider } from './instrument-page';

/** How many sessions are in view, as the chart's summary begins. */
function inView(summary: string | null): number {
  return Number(/^\d+/.exec(summary ?? '')?.[0]);
}

describeDashboard('the page of an instrument that changes', (dashboard) => {
  it('draws a bar that is recorded meanwhile, without reload and without losing the zoom', async () => {
    const page = await opened(dashboard());
    const summary = page.getByText(/sessions from .* to Fri 6 Mar 2026, closes from/);
    const whole = inView(await summary.textContent());
    await sessionSlider(page).press('+');
    const before = await eventually(async () => {
      const sessions = inView(await summary.textContent());
      return sessions < whole ? sessions : undefined;
    });
    await dashboard().api.post('/v1/instruments/XNAS:AMZN/bars', {
      ...{ source: 'live', basis: 'raw' },
      bars: [{ session: '2026-03-09', open: 213, high: 214, low: 209.5, close: 210.11, volume: 40_000_000 }],
    });
    await page.getByRole('group', { name: 'Last close' }).getByText('210.11').waitFor();
    const after = page.getByText(/sessions from .* to Mon 9 Mar 2026, closes from/);
    await after.waitFor({ state: 'attached' });
    expect(Math.abs(inView(await after.textContent()) - before)).toBeLessThanOrEqual(1);
    expect(await sessionSlider(page).getAttribute('aria-valuetext')).toContain('Mon 9 Mar 2026: close 210.11');
  });

  it('asks for what is older than its newest years again only when that has changed', async () => {
    const { api } = dashboard();
    const sessions = exchange('XNAS').sessions('2019-01-02', '2026-02-27');
    await api.post('/v1/instruments', { symbol: 'LONG', mic: 'XNAS', name: 'Long Life Inc.', currency: 'USD' });
    const bars = sessions.map((session, i) => ({ session, close: 100 + (i % 7) }));
    const typed = await api.post('/v1/instruments/XNAS:LONG/bars', { source: 'vendor', basis: 'raw', bars });
    await api.get(`/v1/instruments?minPosition=${receiptOf(typed).position}`);
    const page = await dashboard().page({ path: '/instruments/XNAS:LONG?span=all' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const older = () => asked.filter((url) => /\/bars\?.*\bto=/.test(url)).length;
    const inAll = (count: number) =>
      page.getByText(new RegExp(`^${count.toLocaleString('en-US')} sessions from Wed 2 Jan`));
    await inAll(sessions.length).waitFor({ state: 'attached' });
    const before = older();
    const next = { session: '2026-03-02', close: 99 };
    await api.post('/v1/instruments/XNAS:LONG/bars', { source: 'vendor', basis: 'raw', bars: [next] });
    await page.getByRole('group', { name: 'Last close' }).getByText('99.00').waitFor();
    expect(older()).toBe(before);
    await api.post('/v1/instruments/XNAS:LONG/splits', { exDate: '2026-03-02', from: 1, to: 2 });
    // The newest bar came into view, and the oldest may have left it: 50 or 50.50.
    await page.getByText(/closes from 5\d\.\d\d to 99\.00/).waitFor({ state: 'attached' });
    expect(older()).toBeGreaterThan(before);
  });

  it('tells of a session that lacks its bar, of a halt and of the end', async () => {
    const { api } = dashboard();
    await api.post('/v1/instruments', {
      symbol: 'GONE',
      mic: 'XNAS',
      name: 'Gone <b>Ltd</b> \u202egnol\u202c 🚀',
      currency: 'USD',
    });
    await api.post('/v1/instruments/XNAS:GONE/bars', {
      ...{ source: 'vendor', basis: 'raw' },
      bars: [10, 9, 8, 7].map((close, i) => ({
        session: ['2026-02-10', '2026-02-11', '2026-02-13', '2026-02-17'][i],
        close,
      })),
    });
    await api.post('/v1/instruments/XNAS:GONE/halts', {
      ...{ from: '2026-02-12T14:30:00Z', to: '2026-02-12T21:00:00Z', reason: 'T1' },
    });
    await api.post('/v1/instruments/XNAS:GONE/delistings', {
      ...{ lastSession: '2026-02-17', reason: 'acquisition', cashPerShare: 7.5, announcedOn: '2026-02-17' },
    });
    const page = await dashboard().page({ path: '/instruments/XNAS:GONE' });
    await page.getByText('1 session lacks its bar: Thu 12 Feb 2026.').waitFor();
    await page
      .getByText('Trading halted Thu 12 Feb 2026, 09:30 EST, resumed Thu 12 Feb 2026, 16:00 EST (T1).')
      .waitFor();
    await page.getByText('Its last session was Tue 17 Feb 2026 (acquisition, 7.50 USD a share).').waitFor();
    await page.getByRole('heading', { level: 1, name: /Gone <b>Ltd<\/b>/ }).waitFor();
    await expectAccessible(page);
  });

  it('says why there is nothing to draw', async () => {
    await dashboard().api.post('/v1/instruments', { symbol: 'BARE', mic: 'XNYS', name: 'Bare Inc.', currency: 'USD' });
    const page = await dashboard().page({ path: '/instruments/XNYS:BARE' });
    await page.getByText('No bar of XNYS:BARE is on record').waitFor();
    await page.getByText('No announcement that concerns it is on record.').waitFor();
    await expectAccessible(page);
    await noOverflow(page);
  });
});
