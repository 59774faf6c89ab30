import type { Page } from 'playwright-core';
import type { Dashboard } from './dashboard';
import { pageOf } from './http-api';

/** Where the page of the Amazon case is. */
export const AMAZON = '/instruments/XNAS:AMZN';

export const sessionSlider = (page: Page) => page.getByRole('slider', { name: 'Session' });
export const legend = (page: Page) => page.getByRole('group', { name: 'Figures of the session' });
export const card = (page: Page) => page.getByRole('tooltip', { name: 'Announcement' });
export const list = (page: Page) => page.getByRole('list', { name: 'Announcements on the chart' });

/** The chart stands, and what it is told of has come. */
export async function opened(dashboard: Dashboard, options: Parameters<Dashboard['page']>[0] = {}): Promise<Page> {
  const page = await dashboard.page({ path: AMAZON, ...options });
  await legend(page).waitFor();
  await list(page).getByRole('link').first().waitFor();
  await page.getByRole('table', { name: /^Streaks, newest first/ }).waitFor();
  return page;
}

export interface Bar {
  readonly session: string;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** What the API answers, all of it on one page. */
export async function rowsOf<Row>({ api }: Dashboard, path: string): Promise<readonly Row[]> {
  const { data, nextCursor } = pageOf(await api.get(path));
  expect(nextCursor).toBeNull();
  return data as unknown as readonly Row[];
}

export const barsOf = (dashboard: Dashboard) => rowsOf<Bar>(dashboard, '/v1/instruments/XNAS:AMZN/bars?limit=1000');

export async function sessionsOf(dashboard: Dashboard): Promise<readonly string[]> {
  return (await barsOf(dashboard)).map(({ session }) => session);
}

/** Puts the crosshair on a session by arrow keys. */
export async function goTo(page: Page, sessions: readonly string[], session: string): Promise<void> {
  await sessionSlider(page).focus();
  await page.keyboard.press('End');
  for (let at = sessions.length - 1; at > sessions.indexOf(session); at--) await page.keyboard.press('ArrowLeft');
}
