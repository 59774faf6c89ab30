import { ApiKeyStore } from '@streakline/api-keys';
import type { Page } from 'playwright-core';
import { Pool } from 'pg';
import { describeDashboard } from './dashboard';
import { expectAccessible, noOverflow } from './dashboard-page';
import { eventually } from './http-api';

describeDashboard('what stands around every page of the dashboard', (dashboard) => {
  const heading = (page: Page) => page.getByRole('heading', { level: 1 });

  it('moves the whole app to a past moment by keyboard alone, says so on every page, and comes back', async () => {
    const page = await dashboard().page();
    await page.getByRole('button', { name: /^As of/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('2026-02-09T16:00:00-05:00');
    await page.keyboard.press('Enter');
    const banner = page.getByRole('status').filter({ hasText: 'The past' });
    await banner.filter({ hasText: 'Mon 9 Feb 2026, 21:00 UTC' }).waitFor();
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Operations' }).click();
    await heading(page).filter({ hasText: 'Operations' }).waitFor();
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2026-02-09T21:00:00Z');
    await banner.getByRole('button', { name: 'Back to now' }).click();
    await banner.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
  });

  it('says what to type where a moment cannot be read, and closes by Escape', async () => {
    const page = await dashboard().page();
    await page.getByRole('button', { name: /^As of/ }).click();
    const form = page.getByRole('form', { name: 'As of' });
    await form.getByRole('textbox').fill('2026-02-30');
    await form.getByText('2026-02-30 is no date.').waitFor();
    expect(await form.getByRole('button', { name: 'Go there' }).isDisabled()).toBe(true);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });

  it("begins in the system's theme, keeps the one that is chosen, and fits a phone", async () => {
    const page = await dashboard().page({ theme: 'dark', width: 'narrow', path: '/?asOf=2026-02-09' });
    const theme = () => page.evaluate('document.documentElement.dataset.theme');
    await page.getByRole('button', { name: 'Use the light theme' }).click();
    expect(await theme()).toBe('light');
    await page.reload();
    await page.getByRole('button', { name: 'Use the dark theme' }).waitFor();
    expect(await theme()).toBe('light');
    await page.getByRole('button', { name: /^As of/ }).click();
    await noOverflow(page);
  });

  it('says that there is no such page, and leads to one', async () => {
    const page = await dashboard().page({ path: '/announcements/a/b' });
    await heading(page).filter({ hasText: 'There is no such page' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'The announcements' }).click();
    await page.waitForURL((url) => url.pathname === '/');
  });

  it('asks for an API key where the server wants one, refuses a wrong one, and keeps the right one for its tab', async () => {
    const pool = new Pool({ connectionString: dashboard().databaseUrl });
    const keys = new ApiKeyStore(pool);
    const { key, token } = await keys.create({ name: 'reader', scopes: ['read'], expiresAt: null });
    try {
      // A process learns of its first key within two seconds.
      await eventually(async () => ((await dashboard().api.get('/v1/instruments')).status === 401 ? true : undefined));
      const page = await dashboard().page();
      const alert = page.getByRole('alert').filter({ hasText: 'API key' });
      await alert.filter({ hasText: 'This server wants an API key.' }).waitFor();
      await alert.getByLabel('API key').fill('slk_wrong');
      await page.keyboard.press('Enter');
      await alert.filter({ hasText: 'This API key is not accepted.' }).waitFor();
      await alert.getByLabel('API key').fill(token);
      await page.keyboard.press('Enter');
      const earnings = page.getByRole('link', { name: /Amazon reports its fourth quarter/ }).first();
      await earnings.waitFor();
      await page.reload();
      await earnings.waitFor();
      await earnings.click();
      await page
        .getByRole('button', { name: /^The reaction/ })
        .first()
        .click();
      const answer = page.getByRole('dialog', { name: "The API's answer" });
      await answer.getByText('"relation": "extended"').waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await answer.waitFor({ state: 'detached' });
      expect(page.url()).not.toContain('slk_');
    } finally {
      await keys.revoke(key.id);
      await pool.end();
    }
  });
});
