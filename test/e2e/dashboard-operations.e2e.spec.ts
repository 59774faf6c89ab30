import { exchange } from '@streakline/market-time';
import type { Locator, Page } from 'playwright-core';
import { Client } from 'pg';
import { describeDashboard } from './dashboard';
import { tabTo } from './dashboard-keyboard';
import { expectAccessible, noOverflow, screenshot } from './dashboard-page';
import { eventually, type Json, pageOf } from './http-api';

jest.setTimeout(180_000);

const AMAZON = 'ins_45977e6b166055c986eaa2dfc735dba7';

describeDashboard('the operations page', (dashboard) => {
  const listed = async (path: string) => pageOf(await dashboard().api.get(path)).data;
  const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const stepper = (page: Page) => panel(page, 'Step by step: what an event did');
  const letters = (page: Page) => panel(page, 'Dead letters and parked events');
  const cells = async (row: Locator) =>
    (await row.locator('th, td').allInnerTexts()).map((text) => text.replaceAll(',', '').trim());

  afterEach(async () => {
    for (const { id } of await listed('/v1/dead-letters'))
      await dashboard().api.post(`/v1/dead-letters/${String(id)}/retry`, {});
  });
  /** As the projector parks what its fold throws at, and all of the key after it; the fold of this program can do it. */
  const park = async (): Promise<string> => {
    const sql = new Client({ connectionString: dashboard().databaseUrl });
    await sql.connect();
    await sql.query(
      `INSERT INTO projections.parked (projection, version, key, position, reason)
       SELECT projection, version, key, position, 'the fold had a fault: <b>not bold</b>'
         FROM projections.serving, event_store.events JOIN event_store.event_keys USING (position)
        WHERE key = $1 AND position >= (SELECT min(position) FROM event_store.events WHERE type = 'BarsRecorded')`,
      [AMAZON],
    );
    await sql.end();
    return `parked-${AMAZON}`;
  };

  it("shows the projections with the API's figures, the lag since it was opened with its table, and its health", async () => {
    const page = await dashboard().page({ path: '/operations' });
    await page.getByRole('heading', { level: 1, name: 'Operations' }).waitFor();
    const row = panel(page, 'Projections').getByRole('row', { name: /dossiers/ });
    await row.waitFor();
    const [projection] = (await listed('/v1/projections')) as [Json];
    const {
      version,
      position,
      head,
      parked: count,
      lag,
    } = projection as {
      readonly [name: string]: unknown;
      readonly lag: { readonly events: number; readonly seconds: number };
    };
    expect(await cells(row)).toEqual(
      ['dossiers', 'live', version, position, head, lag.events, lag.seconds, count].map(String),
    );
    const trend = page.getByRole('figure', { name: 'Lag of dossiers since this page was opened' });
    await trend.getByText('the curve began when this page was opened').waitFor();
    await trend.getByRole('button', { name: /^Table/ }).click();
    // Two answers: it is asked again by itself.
    await trend.getByRole('rowheader').nth(1).waitFor();
    expect(await trend.getByRole('rowheader').first().innerText()).toBe('0:00');
    await panel(page, 'This process').getByText('The database answers.').waitFor();
    await panel(page, 'This process').getByText('The projector follows the store.').waitFor();
    await panel(page, 'This process').getByText('streakline keys list').waitFor();
    await letters(page).getByText('Nothing was put aside here.').waitFor();
    await letters(page).getByText('Records on Kafka were not looked at').waitFor();
    await expectAccessible(page);
    await screenshot(page, 'operations');
  });

  it('has a dead letter retried by keyboard alone, tells what was done, and shows it no more', async () => {
    const id = await park();
    const page = await dashboard().page({ path: '/operations' });
    const row = letters(page).getByRole('row').filter({ hasText: id });
    // As text: nothing of it is markup.
    await row.getByText('the fold had a fault: <b>not bold</b>').waitFor();
    const [letter] = (await listed('/v1/dead-letters')) as [Json];
    for (const text of [
      String(letter['code']),
      `position ${String(letter['position'])}`,
      `${String(letter['events'])} events waiting`,
    ])
      expect(await row.innerText()).toContain(text);
    expect(await row.getByRole('button', { name: `Close ${id}` }).count()).toBe(0);

    await tabTo(page, page.getByRole('button', { name: `Retry ${id}` }));
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: `Retry ${id}?` });
    await dialog.getByText(`${String(letter['events'])} events of ${AMAZON} are folded from the store`).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await focusIsOn(page.getByRole('button', { name: `Retry ${id}` }))).toBe(true);

    await screenshot(page, 'operations-letter');
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('button', { name: 'Retry', exact: true }));
    await page.keyboard.press('Enter');
    await letters(page)
      .getByRole('status')
      .filter({ hasText: `${id} is folded: ${String(letter['events'])} event(s) of dossiers.` })
      .waitFor();
    await letters(page).getByText('Nothing was put aside here.').waitFor();
    expect(await listed('/v1/dead-letters')).toEqual([]);
  });

  it('says why what was put aside stays, where it cannot be done', async () => {
    const id = await park();
    const page = await dashboard().page({ path: '/operations' });
    await page.getByRole('button', { name: `Retry ${id}` }).click();
    // Somebody else was faster.
    expect((await dashboard().api.post(`/v1/dead-letters/${id}/retry`, {})).status).toBe(200);
    const dialog = page.getByRole('dialog', { name: `Retry ${id}?` });
    await dialog.getByRole('button', { name: 'Retry', exact: true }).click();
    await dialog
      .getByRole('alert')
      .filter({ hasText: `Nothing open has the id "${id}"` })
      .waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('steps through the Amazon case: the announcement adds its reaction, and names itself on the run it fell into', async () => {
    const [earnings] = dashboard().announcementIds as [string];
    const [made] = await listed(`/v1/announcements/${earnings}/events`);
    const position = Number(made?.['position']);
    const page = await dashboard().page({
      path: `/operations?subject=${earnings}&model=reactions&position=${position}`,
    });
    const counts = stepper(page).getByRole('status').filter({ hasText: 'added' });
    await counts.filter({ hasText: '1 reaction added, 0 removed, 0 changed; 0 the same.' }).waitFor();
    const fields = stepper(page).getByRole('table', { name: /^Fields of .*XNAS:AMZN, added$/ });
    const [reaction] = await listed(`/v1/announcements/${earnings}/reactions?asRecorded=${position}`);
    for (const [field, value] of [
      ['day0', reaction?.['day0']],
      ['abnormalReturn', reaction?.['abnormalReturn']],
      ['streak.length', (reaction?.['streak'] as Json)['length']],
    ] as const)
      expect(
        await fields
          .getByRole('row', { name: new RegExp(`^${field} `) })
          .getByRole('cell')
          .innerText(),
      ).toBe(JSON.stringify(value));
    await screenshot(page, 'operations-reaction');

    // The same position, on the runs of the instrument: chosen by keyboard.
    await stepper(page).getByLabel('Instrument or announcement').fill('XNAS:AMZN');
    await page.keyboard.press('Enter');
    await stepper(page).getByText('AnnouncementMade').waitFor();
    await tabTo(page, stepper(page).getByRole('button', { name: 'Previous' }));
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL((url) => url.searchParams.get('position') === String(position));
    await counts.filter({ hasText: '0 runs added, 0 removed, 1 changed; 153 the same.' }).waitFor();
    const run = stepper(page).getByRole('table', { name: 'Fields of falling 2026-02-03, changed' });
    await run.getByRole('row', { name: /announcements\[0\]\.announcementId added .*"ann_/ }).waitFor();
    expect(await run.getByText(`"${earnings}"`).count()).toBe(2);
    await expectAccessible(page);
    await screenshot(page, 'operations-run');
  });

  it('walks by Home and End, shows what an event says when asked to, and draws only some of what a delivery of bars did', async () => {
    const page = await dashboard().page({ path: '/operations?subject=XNAS:AMZN' });
    const where = stepper(page)
      .getByRole('status')
      .filter({ hasText: /^Event/ });
    const events = await listed('/v1/events?instruments=XNAS:AMZN');
    await where.filter({ hasText: `Event ${events.length} of ${events.length}` }).waitFor();
    await stepper(page).getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Home');
    await where.filter({ hasText: `Event 1 of ${events.length}: InstrumentListed` }).waitFor();
    await stepper(page).getByText('What the event says').click();
    await stepper(page).getByRole('region', { name: "The event's data" }).getByText('"Amazon.com').waitFor();
    const bars = events.findIndex(({ type }) => type === 'BarsRecorded');
    await stepper(page).getByRole('button', { name: 'Next' }).focus();
    for (let step = 0; step < bars; step += 1) {
      await page.keyboard.press('ArrowRight');
      await where.filter({ hasText: `Event ${step + 2} of` }).waitFor();
    }
    await where.filter({ hasText: 'BarsRecorded' }).waitFor();
    const runs = await listed(
      `/v1/instruments/XNAS:AMZN/streaks?limit=1000&asRecorded=${String(events[bars]?.['position'])}`,
    );
    await stepper(page).getByText(`${runs.length} runs added, 0 removed, 0 changed`).waitFor();
    await stepper(page)
      .getByRole('button', { name: `Show 20 more of ${runs.length - 20}` })
      .waitFor();
    expect(await stepper(page).getByRole('listitem').count()).toBe(20);
  });

  it('compares thousands of rows, and draws a few of them: 2,500 sessions in one delivery, then their share count', async () => {
    const { api } = dashboard();
    const listing = { symbol: 'LONG', mic: 'XNYS', name: 'A long tape', currency: 'USD' };
    expect((await api.post('/v1/instruments', listing)).status).toBe(201);
    const sessions = exchange('XNYS').sessions('2014-01-02', '2025-01-02').slice(0, 2_500);
    const bars = sessions.map((session, index) => ({ session, close: 100 + (index % 7) }));
    const delivery = await api.post('/v1/instruments/XNYS:LONG/bars', { source: 'test', basis: 'raw', bars });
    const counted = { countedOn: '2013-12-31', shares: 1_000_000, filedOn: '2013-12-31' };
    const count = await api.post('/v1/instruments/XNYS:LONG/share-counts', counted);
    const path = `/operations?subject=XNYS:LONG&model=market-caps&position=${String(delivery.body['position'])}`;
    const page = await dashboard().page({ path });
    await stepper(page).getByText('2,500 sessions added, 0 removed, 0 changed').waitFor();
    await stepper(page).getByRole('button', { name: 'Show 20 more of 2,480' }).click();
    expect(await stepper(page).getByRole('listitem').count()).toBe(40);
    await stepper(page).getByRole('button', { name: 'Next' }).click();
    await page.waitForURL((url) => url.searchParams.get('position') === String(count.body['position']));
    await stepper(page).getByText('0 sessions added, 0 removed, 2,500 changed; 0 the same.').waitFor();
    // The first one is open, field by field.
    const first = stepper(page).getByRole('table', { name: 'Fields of 2014-01-02, changed' });
    await first.getByRole('row', { name: /^marketCap changed null 100000000$/ }).waitFor();
  });

  it('goes on by itself: a new event is one more to step to, and the projection moves', async () => {
    const page = await dashboard().page({ path: '/operations?subject=XNAS:AMZN' });
    const where = stepper(page)
      .getByRole('status')
      .filter({ hasText: /^Event/ });
    await where.waitFor();
    const before = (await listed('/v1/events?instruments=XNAS:AMZN')).length;
    const told = await dashboard().api.post('/v1/instruments/XNAS:AMZN/dividends', {
      exDate: '2026-03-20',
      amount: 1.5,
    });
    const position = String(told.body['position']);
    await where
      .filter({ hasText: `Event ${before + 1} of ${before + 1}: DividendRecorded at position ${position}` })
      .waitFor();
    const row = panel(page, 'Projections').getByRole('row', { name: /dossiers/ });
    await eventually(async () => ((await cells(row))[3] === position ? true : undefined));
  });

  it('says that a past moment is in force, and steps through what was known then', async () => {
    const [earnings, deal] = dashboard().announcementIds as [string, string];
    const [made] = await listed(`/v1/announcements/${deal}/events`);
    const path = `/operations?subject=XNAS:AMZN&model=timeline&position=${String(made?.['position'])}`;
    const page = await dashboard().page({ path: `${path}&asOf=2026-02-09` });
    await page.getByRole('status').filter({ hasText: 'The past' }).waitFor();
    await page.getByText('are shown as they are now').waitFor();
    // The deal was not public yet: stored, it changed nothing that was known by then.
    await stepper(page).getByText('The event changed no entry here.').waitFor();
    await page.getByRole('button', { name: 'Back to now' }).click();
    await stepper(page).getByText('1 entry added, 0 removed, 0 changed').waitFor();
    expect(earnings).not.toBe(deal);
  });

  it('says that the server is lost, keeps what it showed, and goes on when it is back', async () => {
    const page = await dashboard().page({ path: '/operations?subject=XNAS:AMZN' });
    const row = panel(page, 'Projections').getByRole('row', { name: /dossiers/ });
    await row.waitFor();
    await dashboard().stopServer();
    const lost = page.getByRole('alert').filter({ hasText: 'The server does not answer.' });
    await lost.waitFor();
    expect(await row.count()).toBe(1);
    await dashboard().startServer();
    await lost.waitFor({ state: 'detached' });
    await panel(page, 'This process').getByText('It can do its work.').waitFor();
  });

  it('says what is wrong with a subject that is not on record', async () => {
    const page = await dashboard().page({ path: '/operations?subject=XNAS:NONE' });
    await stepper(page).getByRole('alert').filter({ hasText: 'XNAS:NONE' }).waitFor();
  });

  it('fits a phone, in the dark, with steps and letters open', async () => {
    await park();
    const page = await dashboard().page({ path: '/operations?subject=XNAS:AMZN', theme: 'dark', width: 'narrow' });
    await stepper(page).getByText('the same.').waitFor();
    await letters(page).getByRole('row').nth(1).waitFor();
    await noOverflow(page);
    await expectAccessible(page);
    await screenshot(page, 'operations-narrow-dark');
  });
});

async function focusIsOn(element: Locator): Promise<boolean> {
  return (await element.and(element.page().locator(':focus')).count()) === 1;
}
