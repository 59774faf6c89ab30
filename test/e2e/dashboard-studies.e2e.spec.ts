import { tableFromIPC } from 'apache-arrow';
import type { Locator } from 'playwright-core';
import { describeDashboard } from './dashboard';
import { expectAccessible, noOverflow, screenshot, settled } from './dashboard-page';
import {
  addMarket,
  cellsOf,
  change,
  dayText,
  done,
  EARNINGS,
  ended,
  EVENTS,
  eventStudy,
  expectTests,
  openAll,
  percent,
  pText,
  savedBy,
  savedBytes,
  shown,
  STREAKS,
  textOf,
  windowText,
} from './dashboard-studies';
import { eventually, type Json, receiptOf } from './http-api';

jest.setTimeout(300_000);

const FALLING = {
  ...EARNINGS,
  primary: { outcome: 'extended', direction: 'falling' },
  permutations: 99,
  bootstrap: 99,
};

describeDashboard('the page of a study', (dashboard) => {
  beforeAll(() => addMarket(dashboard()));

  it('show a study with the figures of the API: counts, windows, days', async () => {
    const { id, result } = await eventStudy(dashboard());
    const page = await dashboard().page({ path: `/studies/${id}?window=0..1` });
    await shown(page);
    const says = page.getByRole('region', { name: 'What it says' });
    await says.getByText(`${result.used} of ${result.selected} selected reactions take part`).waitFor();
    const window = result.study.windows.find(({ from, to }) => from === 0 && to === 1);
    if (window === undefined) throw new Error('there is no such window');
    const above = Math.round(window.positive * window.n);
    await says
      .getByText(
        `Over days 0 to +1 the average of ${window.n} events is ${percent(window.caar)} beyond the model, ${above} of them`,
      )
      .waitFor();
    await expectTests(page, '[0, +1]', window);
    const windows = await cellsOf(page.getByRole('table', { name: 'The figures of each window' }));
    expect(windows.map(([name, n, caar]) => [name, n, caar])).toEqual(
      result.study.windows.map(({ from, to, n, caar }) => [windowText(from, to), String(n), change(caar)]),
    );
    const days = await cellsOf(page.getByRole('table', { name: /^Average abnormal returns/ }));
    expect(days.map(([day, n, aar]) => [day, n, aar])).toEqual(
      result.study.days.map(({ day, n, aar }) => [dayText(day), String(n), change(aar)]),
    );
    await page.getByText('nothing that was recorded later enters').waitFor();
  });

  it('have the table behind the curve, and files with the figures of the API', async () => {
    const { id, result } = await eventStudy(dashboard());
    const page = await dashboard().page({ path: `/studies/${id}` });
    await shown(page);
    const figure = page.getByRole('figure', { name: 'Cumulative average abnormal return (CAAR)' });
    const saved = (button: Locator) => savedBy(page, button);
    const curve = (await saved(figure.getByRole('button', { name: /^CSV/ }))).trimEnd().split('\r\n');
    expect(curve).toEqual([
      'day,caar,lower,upper',
      ...result.study.curve.map(({ day, caar, lower, upper }) => [day, caar, lower, upper].join(',')),
    ]);
    await figure.getByRole('button', { name: /^Table/ }).click();
    const table = await cellsOf(figure.getByRole('table'));
    expect(table.map(([, caar]) => Number(caar))).toEqual(result.study.curve.map(({ caar }) => caar));
    const svg = await saved(figure.getByRole('button', { name: /^SVG/ }));
    expect(svg).toBe(await textOf(dashboard(), `${EVENTS}/${id}`, 'image/svg+xml'));
    const files = page.getByRole('region', { name: 'Downloads' });
    expect(await saved(files.getByRole('button', { name: 'CSV of every event' }))).toBe(
      await textOf(dashboard(), `${EVENTS}/${id}/events`, 'text/csv'),
    );
    expect(await saved(files.getByRole('button', { name: 'CSV of all tests' }))).toBe(
      await textOf(dashboard(), `${EVENTS}/${id}`, 'text/csv'),
    );
    expect(JSON.parse(await saved(files.getByRole('button', { name: /^JSON/ })))).toMatchObject({ id, result });
    expect(await saved(files.getByRole('button', { name: /^HTML/ }))).toMatch(/^<!doctype html>/i);
    const arrow = tableFromIPC(await savedBytes(page, files.getByRole('button', { name: /^Arrow/ })));
    expect(arrow.numRows).toBe(result.selected);
  });

  const lastUsed = async (path: string): Promise<{ readonly headline: string }> =>
    ((await dashboard().api.get(path)).body['data'] as { headline: string }[]).at(-1) ?? { headline: '' };

  it('list what was left out, by reason and one by one, and the events page by page as they are scrolled to', async () => {
    const { id, result } = await eventStudy(dashboard(), { ...EARNINGS, selection: {} });
    const page = await dashboard().page({ path: `/studies/${id}` });
    await shown(page);
    const reasons = await cellsOf(page.getByRole('table', { name: 'Reasons, counted in events' }));
    expect(reasons.map((cells) => cells.slice(1).map(Number))).toEqual(
      result.screens.map(({ excluded, inPart, warned }) => [excluded, inPart, warned]),
    );
    const { body } = await dashboard().api.get(`${EVENTS}/${id}/events?only=leftOut&limit=1000`);
    const rows = body['data'] as { headline: string; announcementId: string; suspicions: { detail: string }[] }[];
    expect(rows).toHaveLength(result.selected - result.used);
    const leftOut = page.getByRole('table', { name: 'Reactions left out' });
    const link = leftOut.getByRole('link', { name: rows[0]?.headline ?? '' }).first();
    expect(await link.getAttribute('href')).toBe(`/announcements/${rows[0]?.announcementId}`);
    await leftOut
      .getByText(rows[0]?.suspicions[0]?.detail ?? '')
      .first()
      .waitFor();
    expect(result.used).toBeGreaterThan(200);
    const events = page.getByRole('region', { name: 'Events that take part' });
    const last = await lastUsed(`${EVENTS}/${id}/events?only=used&limit=1000`);
    await eventually(async () => {
      await events.focus();
      await page.keyboard.press('End');
      return (
        (await events.getByRole('row').last().getAttribute('aria-rowindex')) === String(result.used + 1) || undefined
      );
    }, 30);
    await events.getByRole('row').last().getByRole('link', { name: last.headline }).waitFor();
    await page.getByText(`All ${result.used} are here.`).waitFor();
    // Only what is in sight is drawn.
    expect(await events.getByRole('row').count()).toBeLessThan(80);
  });

  it('run a streak study, and show its comparisons beside the base rate', async () => {
    const page = await dashboard().page({ path: '/studies' });
    await settled(page);
    await page.getByRole('radio', { name: 'Streak studies: runs' }).check({ force: true });
    await page.getByRole('checkbox', { name: 'Earnings' }).first().check();
    await page.getByText('Matching and resampling').click();
    await page.getByLabel('Shifts of the calendar').fill('199');
    await page.getByLabel('Resampled months').fill('0');
    await page.getByLabel('The one comparison that it is about').selectOption('lengthFromDay0/falling');
    await page.getByRole('button', { name: 'Run the study' }).click();
    await page.waitForURL(/stu_.*of=streaks/);
    await shown(page);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { result } = await ended(dashboard(), `${STREAKS}/${id}`);
    const { primary, comparisons } = result as { primary: Json; comparisons: Json[] };
    expect(primary).toMatchObject({ outcome: 'lengthFromDay0', direction: 'falling' });
    const figures = ({ announced, base }: Json) =>
      `${Number(announced).toFixed(2)} after ${String(primary['n'])} announcements, ${Number(base).toFixed(2)} on matched`;
    await page.getByText(figures(primary)).waitFor();
    const rows = await cellsOf(page.getByRole('table', { name: 'Announcements beside matched ordinary sessions' }));
    expect(rows.map(([, n, , , , , p]) => [n, p])).toEqual(
      comparisons.map(({ n, pValue }) => [Number(n).toLocaleString('en-US'), pText(pValue as number | null)]),
    );
    const chart = page.getByRole('figure', { name: /^Share of runs longer/ });
    expect(await savedBy(page, chart.getByRole('button', { name: /^SVG/ }))).toMatch(/^<svg /);
    const files = page.getByRole('region', { name: 'Downloads' });
    expect(await savedBy(page, files.getByRole('button', { name: 'CSV of all comparisons' }))).toBe(
      await textOf(dashboard(), `${STREAKS}/${id}`, 'text/csv'),
    );
    const arrow = tableFromIPC(await savedBytes(page, files.getByRole('button', { name: /^Arrow/ })));
    expect(arrow.numRows).toBe((result as Json)['selected']);
  });

  it('find a streak study by its id alone, and say of an id that is none that it is none', async () => {
    const { id } = await done(dashboard(), STREAKS, FALLING);
    const page = await dashboard().page({ path: `/studies/${id}` });
    await page.getByRole('heading', { name: 'Streak study' }).waitFor();
    await shown(page);
    const none = await dashboard().page({ path: `/studies/stu_${'0'.repeat(32)}` });
    await none.getByRole('alert').getByText('There is no such study.').waitFor();
  });

  it('show groups and what explains the figures', async () => {
    const { id, result } = await done(dashboard(), EVENTS, {
      ...{ ...EARNINGS, groupBy: { surprise: 'eps' }, omitFromEstimation: { from: 0, to: 1 } },
      regression: { window: { from: 0, to: 1 }, on: ['logMarketCap', { surprise: 'eps' }] },
    });
    const page = await dashboard().page({ path: `/studies/${id}` });
    await shown(page);
    const { groups } = result as { groups: { groups: { name: string; events: number }[] } };
    const shownGroups = await cellsOf(page.getByRole('table', { name: 'CAAR by group' }));
    expect(shownGroups.map(([name]) => name)).toEqual(groups.groups.map(({ name }) => name));
    const { regression } = (
      result as { regression: { regression: { coefficients: { name: string; estimate: number }[] } } }
    ).regression;
    const slopes = await cellsOf(page.getByRole('table', { name: 'Regression of CARs' }));
    expect(slopes.map(([name, slope]) => [name, Number(slope?.replace('−', '-'))])).toEqual(
      regression.coefficients.map(({ name, estimate }) => [name, Number(estimate.toFixed(5))]),
    );
    await page.getByRole('table', { name: 'Tests without and with those days' }).waitFor();
  });

  it('show headlines as text, whatever stands in them', async () => {
    const headline = `<img src=x onerror=alert(1)> =1+1 ‮gnp.exe 🚀 ${'x'.repeat(400)}`;
    const told = await dashboard().api.post('/v1/announcements', {
      ...{ kind: 'product', headline, announcedAt: '2026-01-20T15:00:00Z', source: 'wire', externalId: 'hostile' },
      subjects: [{ instrument: 'XNAS:AMZN', role: 'hostile' }],
    });
    const { id } = await done(dashboard(), EVENTS, {
      ...{ selection: { roles: ['hostile'] }, model: 'marketAdjusted', position: receiptOf(told).position },
      screens: { contaminatedWindow: 'ignore' },
    });
    const page = await dashboard().page({ path: `/studies/${id}`, width: 'narrow' });
    await shown(page);
    await page.getByText('in the role of hostile').first().waitFor();
    await page.getByRole('link', { name: '<img src=x onerror=alert(1)>' }).first().waitFor();
    await noOverflow(page);
  });

  it.each([
    ['light', 'wide'],
    ['dark', 'wide'],
    ['light', 'narrow'],
    ['dark', 'narrow'],
  ] as const)('are accessible and fit their window: %s, %s', async (theme, width) => {
    const { id } = await eventStudy(dashboard());
    const streaks = await done(dashboard(), STREAKS, FALLING);
    const places = [
      ['studies', '/studies'],
      ['studies-streaks', '/studies?of=streaks'],
      ['study', `/studies/${id}`],
      ['streak-study', `/studies/${streaks.id}?of=streaks`],
    ] as const;
    for (const [name, path] of places) {
      const page = await dashboard().page({ path, theme, width, reducedMotion: true });
      if (path.includes('stu_')) await shown(page);
      await settled(page);
      if (name === 'studies') await openAll(page);
      await screenshot(page, `${name}-${theme}-${width}`);
      await expectAccessible(page);
      await noOverflow(page);
    }
  });
});
