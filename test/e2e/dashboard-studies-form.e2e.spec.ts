import { describeDashboard } from './dashboard';
import { tabTo } from './dashboard-keyboard';
import { expectAccessible, screenshot, settled } from './dashboard-page';
import { addMarket, EARNINGS, ended, type EventResult, EVENTS, expectTests, shown } from './dashboard-studies';

jest.setTimeout(300_000);

/** Long enough for anybody to look, and to cancel it. */
const LONG = {
  ...{ permutations: 100_000, bootstrap: 100_000 },
  windows: Array.from({ length: 21 }, (_, to) => ({ from: 0, to })),
};

describeDashboard('the form of studies, and their list', (dashboard) => {
  beforeAll(() => addMarket(dashboard()));

  it('build and run a study by keyboard alone, and show what the API answers', async () => {
    const page = await dashboard().page({ path: '/studies' });
    await settled(page);
    await tabTo(page, page.getByRole('checkbox', { name: 'Earnings' }).first());
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('combobox', { name: 'Instruments' }));
    for (const symbol of ['S0001', 'S0003']) {
      await page.keyboard.type(symbol);
      await page.getByRole('option', { name: symbol }).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }
    await page.getByText(/announcements on record fit/).waitFor();
    await tabTo(page, page.getByRole('textbox', { name: 'Windows tested' }));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('0, -1..1');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/studies\/stu_[0-9a-f]{32}$/);
    await shown(page);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const study = await ended(dashboard(), `${EVENTS}/${id}`);
    expect(study['request']).toMatchObject({
      ...{ selection: { kinds: ['earnings'] }, model: 'market' },
      windows: [
        { from: 0, to: 0 },
        { from: -1, to: 1 },
      ],
    });
    expect((study['request'] as { selection: { instruments: string[] } }).selection.instruments).toHaveLength(2);
    const asked = page.getByRole('region', { name: 'What was asked' });
    await asked.getByRole('link', { name: 'S0001' }).waitFor();
    const result = study['result'] as EventResult;
    await expectTests(page, '[0]', result.study.windows[0]);
    // The switch of windows is a group of radio buttons: arrow keys move it, and it stands in the URL.
    await tabTo(page, page.getByRole('radio', { name: '[0]', exact: true }));
    await page.keyboard.press('ArrowRight');
    await expectTests(page, '[−1, +1]', result.study.windows[1]);
    expect(new URL(page.url()).search).toBe('?window=-1..1');
  });

  it('tell the progress of a study, survive reload, cancel it, and lead back to its form', async () => {
    const { body } = await dashboard().api.post(EVENTS, { ...EARNINGS, ...LONG, seed: 11 });
    const id = String(body['id']);
    const page = await dashboard().page({ path: `/studies/${id}` });
    const progress = page.getByRole('progressbar');
    await progress.waitFor();
    await page.reload();
    await progress.waitFor();
    await screenshot(page, 'study-running');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'It was cancelled' }).waitFor();
    expect((await dashboard().api.get(`${EVENTS}/${id}`)).body['state']).toBe('cancelled');
    await page.getByRole('link', { name: 'Change it, and ask again' }).last().click();
    await page.getByRole('checkbox', { name: 'Earnings' }).first().waitFor();
    expect(await page.getByRole('checkbox', { name: 'Earnings' }).first().isChecked()).toBe(true);
    await page.getByText('Tests, resampling, variants').click();
    expect(await page.getByLabel('Seed').inputValue()).toBe('11');
  });

  it('show what is wrong at its field: ours before it is asked, and the server’s after', async () => {
    const page = await dashboard().page({ path: '/studies' });
    await settled(page);
    const windows = page.getByLabel('Windows tested');
    await windows.fill('0..60');
    await page.getByText('0..60 lies outside of the event window, -10..20.').waitFor();
    expect(await windows.getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('button', { name: 'Run the study' }).click();
    expect(new URL(page.url()).pathname).toBe('/studies');
    await windows.fill('0..1');
    const instruments = page.getByRole('combobox', { name: 'Instruments' });
    await instruments.fill('XNAS:NONE');
    await instruments.press('Enter');
    await page.getByRole('button', { name: 'Run the study' }).click();
    const told = page.getByRole('alert').filter({ hasText: 'XNAS:NONE' });
    await told.waitFor();
    expect(await instruments.getAttribute('aria-invalid')).toBe('true');
    await screenshot(page, 'studies-refused');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Take out XNAS:NONE' }).click();
    await told.waitFor({ state: 'detached' });
  });

  it('keep the form in the URL, so that reload and a link have it', async () => {
    const page = await dashboard().page({ path: '/studies' });
    await settled(page);
    await page.getByRole('checkbox', { name: 'Guidance' }).first().check();
    await page.getByLabel('Model').selectOption('marketAdjusted');
    await page.getByLabel('Day 0 from').fill('2024-03-01');
    await page.getByLabel('Event window').fill('-3..3');
    const { search } = new URL(page.url());
    expect(search).toBe('?kinds=guidance&model=marketAdjusted&from=2024-03-01&event=-3..3');
    await page.reload();
    const again = await dashboard().page({ path: `/studies${search}` });
    for (const each of [page, again]) {
      await each.getByLabel('Model').waitFor();
      expect(await each.getByLabel('Model').inputValue()).toBe('marketAdjusted');
      expect(await each.getByLabel('Day 0 from').inputValue()).toBe('2024-03-01');
      expect(await each.getByLabel('Event window').inputValue()).toBe('-3..3');
      expect(await each.getByRole('checkbox', { name: 'Guidance' }).first().isChecked()).toBe(true);
    }
    await page.getByRole('button', { name: 'Start afresh' }).click();
    expect(new URL(page.url()).search).toBe('');
  });

  it('fill in the moment of the app, say so, and show studies that do not move with it', async () => {
    const page = await dashboard().page({ path: '/studies?asOf=2026-02-20&instruments=XNAS:AMZN' });
    await page.getByText('The app shows a past moment').waitFor();
    await page.getByRole('button', { name: 'Run the study' }).click();
    await page.waitForURL(/stu_/);
    await page.getByText('This study does not move with the app’s moment').waitFor();
    await shown(page);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const study = await ended(dashboard(), `${EVENTS}/${id}`);
    // The deal of Feb 27 was not known.
    expect(study).toMatchObject({ request: { asOf: '2026-02-20T23:59:59.999Z' }, result: { selected: 1 } });
    await page.getByText('as of Fri 20 Feb 2026, 23:59 UTC').first().waitFor();
    await page.getByText('1 of 1 selected reactions take part').waitFor();
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2026-02-20');
  });

  it('list studies, and one that somebody else asks for appears by itself', async () => {
    const page = await dashboard().page({ path: '/studies' });
    await settled(page);
    const list = page.getByRole('region', { name: 'Studies so far' });
    const { body } = await dashboard().api.post(EVENTS, { selection: { kinds: ['regulatory'], roles: ['nobody'] } });
    const item = list.getByRole('listitem').filter({ hasText: 'in the role of nobody' });
    await item.waitFor();
    await item.getByText('failed').waitFor();
    await item.getByText('No reaction on record is in the selection.').waitFor();
    await item.getByRole('link').click();
    await page.waitForURL(`**/studies/${String(body['id'])}`);
    await page.getByRole('heading', { name: 'It failed' }).waitFor();
    await page.getByText('emptySelection').waitFor();
  });

  it('tell a lost server, and ask again when it is back', async () => {
    const page = await dashboard().page({ path: '/studies?kinds=earnings' });
    await settled(page);
    await dashboard().stopServer();
    await page.getByRole('button', { name: 'Run the study' }).click();
    await page.getByRole('alert').getByText('Could not get the study.').waitFor({ timeout: 60_000 });
    await dashboard().startServer();
    await page.getByRole('button', { name: 'Run the study' }).click();
    await page.waitForURL(/stu_/, { timeout: 60_000 });
    await shown(page);
  });
});
