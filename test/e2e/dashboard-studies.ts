import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { streakline } from './cli-process';
import type { Dashboard } from './dashboard';
import { eventually, type Json } from './http-api';

export const EVENTS = '/v1/event-studies';
export const STREAKS = '/v1/streak-studies';
/** Beside Amazon's own case, so that there is something to average. */
const MARKET = ['--instruments', '14', '--years', '4', '--announcements', '420'];
export const EARNINGS = { selection: { kinds: ['earnings'] } };

export interface Test {
  readonly test: string;
  readonly statistic: number | null;
  readonly pValue: number | null;
}
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly caar: number | null;
  readonly positive: number;
  readonly tests: readonly Test[];
}
export interface EventResult {
  readonly selected: number;
  readonly used: number;
  readonly screens: readonly { readonly excluded: number; readonly inPart: number; readonly warned: number }[];
  readonly study: {
    readonly windows: readonly Window[];
    readonly days: readonly { readonly day: number; readonly n: number; readonly aar: number | null }[];
    readonly curve: readonly {
      readonly day: number;
      readonly caar: number;
      readonly lower: number;
      readonly upper: number;
    }[];
  };
}

/** Adds a market made of numbers, and waits until the read models have it. */
export async function addMarket({ api, databaseUrl }: Dashboard): Promise<void> {
  const { code, stdout, stderr } = await streakline([
    ...['market', 'generate', '--json', ...MARKET, '--database-url', databaseUrl],
  ]);
  if (code !== 0) throw new Error(stderr);
  const { position } = JSON.parse(stdout) as { position: number };
  await eventually(async () => {
    const { status } = await api.get(`/v1/announcements?limit=1&minPosition=${position}`);
    return status === 200 || undefined;
  }, 60);
}

/** A study, once it has ended. */
export function ended({ api }: Dashboard, path: string): Promise<Json> {
  return eventually(async () => {
    const { body } = await api.get(path);
    return ['done', 'failed', 'cancelled'].includes(String(body['state'])) ? body : undefined;
  }, 120);
}

/** A study that is done, by its id. */
export async function done(
  dashboard: Dashboard,
  path: string,
  body: object,
): Promise<{ readonly id: string; readonly result: Json }> {
  const asked = await dashboard.api.post(path, body);
  const study = await ended(dashboard, `${path}/${String(asked.body['id'])}`);
  return { id: String(study['id']), result: study['result'] as Json };
}

export async function eventStudy(
  dashboard: Dashboard,
  body: object = EARNINGS,
): Promise<{ readonly id: string; readonly result: EventResult }> {
  const { id, result } = await done(dashboard, EVENTS, body);
  return { id, result: result as unknown as EventResult };
}

/** Waits for the result of a study's page. */
export async function shown(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'What it says' }).waitFor({ timeout: 120_000 });
}

/** An answer of the API as it is. */
export async function textOf({ url }: Dashboard, path: string, accept: string): Promise<string> {
  return (await fetch(url + path, { headers: { Accept: accept } })).text();
}

/** The tests of a window on the page are those of the API, value by value. */
export async function expectTests(page: Page, window: string, expected: Window | undefined): Promise<void> {
  const rows = await cellsOf(page.getByRole('table', { name: `Each test over ${window}`, exact: true }));
  expect(rows.map((cells) => [cells[4], cells[5]])).toEqual(
    expected?.tests.map(({ statistic, pValue }) => [signed(statistic), pText(pValue)]),
  );
}

export async function openAll(page: Page): Promise<void> {
  for (const summary of await page.locator('summary').all()) await summary.click();
}

/** The cells of a table's body, row by row, as they are read. */
export async function cellsOf(table: Locator): Promise<readonly (readonly string[])[]> {
  await table.waitFor();
  const rows = await table.locator('tbody tr').all();
  return Promise.all(rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).map((cell) => cell.trim())));
}

export async function savedBytes(page: Page, button: Locator): Promise<Buffer> {
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return readFileSync(await saved.path());
}

export async function savedBy(page: Page, button: Locator): Promise<string> {
  return (await savedBytes(page, button)).toString('utf8');
}

export function signed(value: number | null, digits = 2): string {
  if (value === null) return '–';
  const size = Math.abs(value).toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  if (Number(size.replaceAll(',', '')) === 0) return size;
  return (value < 0 ? '−' : '+') + size;
}

export function percent(value: number | null): string {
  return value === null ? '–' : `${signed(value * 100)}%`;
}

/** With the shape that says the same. */
export function change(value: number | null): string {
  if (value === null) return '–\nnot known';
  return `${value < 0 ? '▼\u00a0' : value > 0 ? '▲\u00a0' : ''}${percent(value)}`;
}

export function pText(pValue: number | null): string {
  if (pValue === null) return '–';
  return pValue < 0.0001 ? '< 0.0001' : pValue.toFixed(4);
}

export function dayText(day: number): string {
  return day > 0 ? `+${day}` : String(day).replace('-', '−');
}

export function windowText(from: number, to: number): string {
  return from === to ? `[${dayText(from)}]` : `[${dayText(from)}, ${dayText(to)}]`;
}
