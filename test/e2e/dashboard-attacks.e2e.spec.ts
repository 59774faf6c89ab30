import type { Page } from 'playwright-core';
import { describeDashboard } from './dashboard';
import { noOverflow, settled } from './dashboard-page';
import { receiptOf } from './http-api';

jest.setTimeout(180_000);

/** What people send who mean harm, and what people send who write in other ways than one's own. */
const SCRIPT = `<script>globalThis.owned = 1</script><img src=x onerror="globalThis.owned = 2">`;
const LONG = 'W'.repeat(10_000);
/** Of what a headline may have. */
const LONG_HEADLINE = 'W'.repeat(480);
const RIGHT_TO_LEFT = 'أمازون تعلن نتائجها \u202Eكبيرة\u202C للربع الرابع';
const EMOJI = 'Rockets 🚀👩‍👩‍👧‍👦🏳️‍🌈 and zero\u200Bwidth\u2060joiners Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!';
const HEADLINES = [
  `Acme ${SCRIPT} reports`,
  `Acme ${LONG_HEADLINE} reports`,
  `Acme ${RIGHT_TO_LEFT} reports`,
  `Acme ${EMOJI} reports`,
  'Acme {{constructor.constructor("globalThis.owned = 3")()}} ${globalThis.owned = 4} javascript:owned=5 reports',
];

describeDashboard('what others wrote, on the pages of the dashboard', (dashboard) => {
  const ids: string[] = [];
  let article: string;

  beforeAll(async () => {
    const { api } = dashboard();
    const say = async (path: string, body: unknown) => receiptOf(await api.post(path, body));
    await say('/v1/instruments', {
      ...{ symbol: 'ACME', mic: 'XNAS', currency: 'USD', name: `Acme ${SCRIPT} ${'N'.repeat(60)} ${RIGHT_TO_LEFT}` },
    });
    await say('/v1/instruments/XNAS:ACME/bars', {
      ...{ source: 'a-vendor', basis: 'raw' },
      bars: SESSIONS.map((session, index) => ({ session, close: 100 - index })),
    });
    for (const [index, headline] of HEADLINES.entries()) {
      const { id } = await say('/v1/announcements', announcement(headline, index));
      ids.push(id);
    }
    const { id, position } = await say('/v1/articles', { text: articleText(), format: 'markdown' });
    article = id;
    await api.get(`/v1/articles/${id}?minPosition=${position}`);
  });

  it.each([0, 1, 2, 3, 4])('headline %i is text on its own page, and the page keeps its shape', async (index) => {
    for (const width of ['wide', 'narrow'] as const) {
      const page = await dashboard().page({ path: `/announcements/${ids[index] ?? ''}`, width });
      await settled(page);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(HEADLINES[index]);
      await keptItsShape(page);
      await page.context().close();
    }
  });

  it.each([
    ['home', () => '/'],
    ['the instrument', () => '/instruments/XNAS:ACME'],
    ['the article', () => `/articles/${article}`],
    ['the articles', () => '/articles'],
    ['a search', () => `/?q=${encodeURIComponent(SCRIPT)}`],
    ['an unheard-of instrument', () => `/instruments/${encodeURIComponent(`XNAS:${SCRIPT}`)}`],
    ['an unheard-of moment', () => `/?asOf=${encodeURIComponent(SCRIPT)}`],
  ])('%s shows all of it as text, and keeps its shape', async (_name, pathOf) => {
    for (const width of ['wide', 'narrow'] as const) {
      const page = await dashboard().page({ path: pathOf(), width });
      await settled(page);
      await keptItsShape(page);
      await page.context().close();
    }
  });

  it('home lists each of them under its own words', async () => {
    const page = await dashboard().page({ path: '/' });
    await settled(page);
    for (const start of ['Acme <script>globalThis.owned', 'Acme WWWW', 'Acme أمازون', 'Acme Rockets 🚀'])
      await page.getByRole('main').getByText(start).first().waitFor();
  });

  it('links to what can be read, and to no script', async () => {
    const page = await dashboard().page({ path: `/announcements/${ids[0] ?? ''}` });
    await settled(page);
    const targets = await page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('a')].map(({ href }) => href)",
    );
    expect(targets.filter((target) => !/^https?:\/\//.test(target))).toEqual([]);
    const outward = await page.evaluate<readonly string[]>(OUTWARD_LINKS);
    expect(outward.length).toBeGreaterThan(0);
    expect(outward.filter((rel) => !/noreferrer|noopener/.test(rel))).toEqual([]);
  });
});

const SESSIONS = ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05', '2026-02-06', '2026-02-09', '2026-02-10'];

const OUTWARD_LINKS = `[...document.querySelectorAll('a[href^="http"]')]
  .filter((link) => link.origin !== location.origin).map((link) => link.rel)`;

function announcement(headline: string, index: number) {
  return {
    ...{ kind: 'other', headline, announcedOn: SESSIONS[index + 1] ?? '', timing: 'afterClose' },
    ...{ source: 'someone', externalId: `attack-${index}` },
    subjects: [
      { instrument: 'XNAS:ACME', role: 'issuer' },
      { name: `${SCRIPT} & Sons`, role: 'counterparty' },
    ],
    amounts: [
      {
        label: `${SCRIPT} ${RIGHT_TO_LEFT} ${LONG}`,
        value: 1e9,
        currency: 'USD',
        certainty: 'forecast',
        condition: `${SCRIPT} ${LONG}`,
      },
    ],
    sources: [
      { url: 'https://www.example.com/a?b=<script>', publisher: `${SCRIPT} ${LONG}` },
      { url: 'javascript:globalThis.owned=6', publisher: 'a script' },
    ],
  };
}

function articleText(): string {
  return [
    '---',
    'title: "Acme <script>globalThis.owned = 7</script> and its shares"',
    'source: "The <b>Ledger</b>"',
    'url: "https://www.example.com/acme"',
    'published: "2026-02-09T22:15:00Z"',
    '---',
    '',
    `[Acme](https://www.example.com/quotes/ACME/) ${SCRIPT} ${RIGHT_TO_LEFT} ${EMOJI} said so. ${LONG}`,
    '',
    `Shares of [Acme](https://www.example.com/quotes/ACME/) fell <i onmouseover="globalThis.owned = 8">four</i> sessions in a row through Feb. 6, 2026 ${EMOJI}.`,
  ].join('\n');
}

/** Nothing of what was written has run or become an element, and nobody has to scroll sideways. */
async function keptItsShape(page: Page): Promise<void> {
  expect(await page.evaluate('globalThis.owned ?? null')).toBeNull();
  expect(await page.evaluate(MADE_ELEMENTS)).toBe(0);
  await noOverflow(page);
}

const MADE_ELEMENTS = `document.querySelectorAll('main script, main img[src=x], main b > script, [onerror], [onmouseover]').length`;
