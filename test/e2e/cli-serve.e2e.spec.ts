import { type ExampleRequest, loadAmazonExample, requestsOf } from '../../examples/amazon-2026/load';
import { serve, streakline, temporaryFolder } from './cli-process';
import { askAs } from './keyed-api';

interface Receipt {
  readonly id: string;
  readonly position: number;
}

jest.setTimeout(120_000);

const root = temporaryFolder();
let folders = 0;
const newDataFolder = () => `${root}/${++folders}`;

async function post(url: string, { path, body }: Omit<ExampleRequest, 'method'>): Promise<Receipt> {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(url + path, init);
  expect([path, response.ok]).toEqual([path, true]);
  return (await response.json()) as Receipt;
}

async function typeIn(url: string): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = [];
  for (const request of requestsOf(loadAmazonExample())) receipts.push(await post(url, request));
  return receipts;
}

async function get(url: string, path: string, minPosition: number): Promise<object> {
  const response = await fetch(`${url}${path}?minPosition=${minPosition}`);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as object;
}

/** Everything about Amazon, as the API gives it back; without the positions that the answers rest on. */
async function readBack(url: string, receipts: readonly Receipt[]): Promise<readonly object[]> {
  const ofInstrument = ['', '/bars', '/streaks', '/market-caps', '/timeline'].map(
    (noun) => `/v1/instruments/XNAS:AMZN${noun}`,
  );
  const ofAnnouncements = receipts
    .slice(-2)
    .flatMap(({ id }) => [`/v1/announcements/${id}`, `/v1/announcements/${id}/reactions`]);
  const answers: object[] = [];
  for (const path of [...ofInstrument, ...ofAnnouncements, '/v1/announcements']) {
    answers.push({ ...(await get(url, path, receipts.at(-1)?.position ?? 0)), position: 'left out' });
  }
  return answers;
}

describe('streakline serve', () => {
  it.each(['process', 'group'] as const)(
    'keeps all that was typed in through SIGKILL of the %s and an immediate restart',
    async (whom) => {
      const dataDir = newDataFolder();
      const first = await serve(dataDir);
      const receipts = await typeIn(first.url);
      const before = await readBack(first.url, receipts);
      // Killed right after its answer: 201 means that it is stored for good.
      const late = { exDate: '2026-03-20', amount: 1.5 };
      const { position } = await post(first.url, { path: '/v1/instruments/ARCX:SPY/dividends', body: late });
      await first.kill(whom, 'SIGKILL');

      const second = await serve(dataDir);
      expect(await readBack(second.url, receipts)).toEqual(before);
      expect(await get(second.url, '/v1/instruments/ARCX:SPY', position)).toMatchObject({
        dividends: expect.arrayContaining([late]) as object,
      });
      // Said again, it was said before: nothing is doubled.
      expect(await typeIn(second.url)).toEqual(receipts);
      expect(await second.kill('process', 'SIGTERM')).toBe(0);
    },
  );

  it('lets projections be looked at and rebuilt while it runs, and looked at when it does not', async () => {
    const dataDir = newDataFolder();
    const server = await serve(dataDir);
    await typeIn(server.url);
    const overHttp = await streakline(['projections', 'status', '--url', server.url, '--json']);
    const beside = await streakline(['projections', 'status', '--data-dir', dataDir, '--json']);
    const rebuilt = await streakline(['projections', 'rebuild', '--data-dir', dataDir, '--json']);
    await server.kill('process', 'SIGINT');
    const alone = await streakline(['projections', 'status', '--data-dir', dataDir, '--json']);

    expect([overHttp.code, beside.code, rebuilt.code, alone.code]).toEqual([0, 0, 0, 0]);
    expect(JSON.parse(overHttp.stdout)).toMatchObject({ data: [{ version: 1, parked: 0 }] });
    expect(JSON.parse(beside.stdout)).toMatchObject({ data: [{ version: 1, parked: 0 }] });
    expect(JSON.parse(rebuilt.stdout)).toMatchObject({ version: 2, replaced: 1 });
    expect(JSON.parse(alone.stdout)).toMatchObject({ data: [{ version: 2, state: 'live', lag: { events: 0 } }] });
  });

  it('answers on other addresses than loopback once it is told to trust the network', async () => {
    const server = await serve(newDataFolder(), ['--host', '0.0.0.0', '--trust-network']);
    expect((await askAs('elsewhere.example.com', server.url, '/v1/instruments')).status).toBe(200);
    expect(await server.kill('process', 'SIGTERM')).toBe(0);
  });

  it('refuses a data folder that another server uses, in one line', async () => {
    const dataDir = newDataFolder();
    const server = await serve(dataDir);
    const second = await streakline(['serve', '--port', '0', '--data-dir', dataDir]);
    expect(second.code).toBe(1);
    expect(second.stdout).toBe('');
    expect(second.stderr).toMatch(/^streakline: .*in use.*\n$/);
    await server.kill('process', 'SIGTERM');
  });
});
