import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { spawnTypeScript, until } from '@streakline/testing';
import { cutShort, type EdgarServer, silent, startEdgarServer, status } from '../test/edgar-server';
import {
  annual,
  cik,
  deal,
  factsPath,
  headerOf,
  headerPath,
  old,
  pagePath,
  report,
  serveIssuer,
  submissionsOf,
  submissionsPath,
} from '../test/issuer';
import { pullEdgar, type PullOptions } from './pull-edgar';

let server: EdgarServer;
let folder: string;
beforeEach(async () => {
  server = await startEdgarServer();
  serveIssuer(server);
  folder = mkdtempSync(join(tmpdir(), 'streakline-pull-'));
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const contact = 'A Test test@example.com';
const pull = (more: Partial<PullOptions> = {}) =>
  pullEdgar({
    cik: '1018724',
    contact,
    folder,
    baseUrl: server.url,
    firstPauseMs: 1,
    requestsPerSecond: 1_000,
    ...more,
  });

/** Files in the folder, but for the notes on them. */
function files(): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('.pulled'))
    .sort();
}

const everything = [
  `companyfacts/CIK${cik}.json`,
  'headers/0001018724-09-000002.hdr.sgml',
  'headers/0001018724-26-000002.hdr.sgml',
  'headers/0001018724-26-000004.hdr.sgml',
  'headers/0001104659-26-021050.hdr.sgml',
  `submissions/CIK${cik}-submissions-001.json`,
  `submissions/CIK${cik}.json`,
];

describe('pulling from EDGAR', () => {
  it('brings submissions, their pages, companyfacts, and the headers that matter, telling each time who asks', async () => {
    const pulled = await pull();
    expect(pulled).toMatchObject({
      cik,
      name: 'AMAZON COM INC',
      filings: 5,
      files: { new: 7, unchanged: 0, kept: 0 },
      requests: 7,
      missing: [],
    });
    expect(files()).toEqual(everything);
    expect(readFileSync(join(folder, everything[2] ?? ''), 'utf8')).toBe(headerOf(report));
    expect(new Set(server.asked.map(({ userAgent }) => userAgent))).toEqual(new Set([contact]));
  });

  it('asks again only whether something changed, and for headers not at all', async () => {
    await pull();
    server.asked.length = 0;
    expect(await pull()).toMatchObject({ files: { new: 0, unchanged: 3, kept: 4 }, bytes: 0 });
    expect(server.asked).toHaveLength(3);
    expect(server.asked.every(({ ifNoneMatch }) => ifNoneMatch !== undefined)).toBe(true);
    server.files.set(submissionsPath, submissionsOf([deal, report]));
    expect(await pull()).toMatchObject({ files: { new: 1, unchanged: 1, kept: 2 } });
  });

  it('asks for a whole file where the one in the folder is not what was pulled', async () => {
    await pull();
    writeFileSync(join(folder, `submissions/CIK${cik}.json`), '{"cik": "101');
    expect(await pull()).toMatchObject({ files: { new: 1, unchanged: 2 } });
  });

  it('leaves out what was filed before a date: pages of it, and headers', async () => {
    const pulled = await pull({ since: '2026-02-06' });
    expect(pulled).toMatchObject({ filings: 3, missing: [] });
    expect(server.asked.map(({ path }) => path).sort()).toEqual(
      [submissionsPath, factsPath, headerPath(annual), headerPath(deal)].sort(),
    );
  });

  it('takes the page that shows a header where the header itself is not there', async () => {
    server.files.delete(headerPath(old));
    server.files.set(headerPath(old, '-index-headers.html'), headerOf(old));
    server.files.delete(headerPath(deal));
    expect(await pull()).toMatchObject({
      missing: [{ name: `headers/${deal.accession}-index-headers.html`, code: 'absent' }],
    });
    expect(files()).toContain(`headers/${old.accession}-index-headers.html`);
  });

  it('goes without companyfacts, which funds have none of', async () => {
    server.files.delete(factsPath);
    expect(await pull()).toMatchObject({ missing: [{ name: `companyfacts/CIK${cik}.json`, code: 'absent' }] });
  });

  it('brings covers where they are asked for', async () => {
    const instance = `<xbrl xmlns:dei="http://xbrl.sec.gov/dei/2025"><context id="c"><entity/><period><instant>2026-01-23</instant></period></context>
      <dei:EntityCommonStockSharesOutstanding contextRef="c" unitRef="s" decimals="0">10734920870</dei:EntityCommonStockSharesOutstanding></xbrl>`;
    server.files.set(headerPath(annual).replace(/[^/]*$/, 'amzn-20251231_htm.xml'), instance);
    expect(await pull({ covers: true })).toMatchObject({ missing: [] });
    expect(files()).toContain(`covers/${annual.accession}_htm.xml`);
  });

  it('never leaves its folder, whatever names a file lists', async () => {
    const pages = [{ name: '../../../etc/passwd' }, { name: 'https://elsewhere.example/x.json' }];
    server.files.set(submissionsPath, submissionsOf([report], pages));
    await pull();
    expect(server.asked.map(({ path }) => path).sort()).toEqual(
      [submissionsPath, factsPath, headerPath(report)].sort(),
    );
  });
});

describe('a server in trouble', () => {
  it.each([
    ['429', status(429, { 'retry-after': '0' })],
    ['503', status(503)],
    ['a body that is cut off', cutShort],
    ['a page instead of JSON', status(200, {}, '<html>Please come back</html>')],
    ['the file of another filer', status(200, {}, submissionsOf([report]).replace('1018724', '320193'))],
    ['an empty answer', status(200)],
  ])('is asked again after %s', async (_, answer) => {
    server.next(submissionsPath, answer, answer);
    server.next(headerPath(report), status(503));
    const troubles: string[] = [];
    const pulled = await pull({ onTrouble: (text) => troubles.push(text) });
    expect(pulled).toMatchObject({ requests: 10, missing: [] });
    expect(troubles).toHaveLength(3);
    expect(files()).toEqual(everything);
  });

  it('is asked again where it falls silent', async () => {
    server.next(submissionsPath, silent);
    const troubles: string[] = [];
    await pull({ idleMs: 300, onTrouble: (text) => troubles.push(text) });
    expect(troubles).toEqual([expect.stringContaining('nothing came for 0.3 s')]);
  });

  it('is left alone after six tries, and nothing half-written stays', async () => {
    server.always(submissionsPath, cutShort);
    await expect(pull()).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining('6 times') });
    expect(server.asked).toHaveLength(6);
    expect(files()).toEqual([]);
  });

  it('is not waited for longer than it makes sense', async () => {
    server.next(factsPath, status(429, { 'retry-after': '3600' }));
    await expect(pull()).rejects.toMatchObject({
      code: 'comeBackLater',
      message: expect.stringContaining('60 minutes'),
    });
  });

  it('that refuses is not asked twice, and its words are passed on', async () => {
    server.next(
      submissionsPath,
      status(403, {}, '<html><h1>Your Request Originates from an Undeclared Automated Tool</h1></html>'),
    );
    await expect(pull()).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('Undeclared Automated Tool'),
    });
    expect(server.asked).toHaveLength(1);
  });

  it('that has no such filer says so', async () => {
    server.files.delete(submissionsPath);
    await expect(pull()).rejects.toMatchObject({ code: 'absent' });
  });

  it('that is not there at all is told by its address', async () => {
    await server.close();
    await expect(pull()).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('that sends a body without end for a header loses only that one', async () => {
    server.always(headerPath(deal), status(200, {}, 'x'.repeat(5 * 2 ** 20)));
    expect(await pull()).toMatchObject({
      missing: [{ code: 'damaged', reason: expect.stringContaining('larger than 4 MiB') }],
    });
    expect(server.asked.filter(({ path }) => path === headerPath(deal))).toHaveLength(1);
  });

  it('that always sends rubbish for a header loses only that one', async () => {
    server.always(headerPath(deal), status(200, {}, 'rubbish'));
    expect(await pull()).toMatchObject({
      missing: [{ code: 'damaged', reason: expect.stringContaining('no header') }],
    });
    expect(files()).not.toContain(`headers/${deal.accession}.hdr.sgml`);
  });

  it('that redirects is not followed: the contact is for EDGAR alone', async () => {
    server.next(submissionsPath, status(302, { location: `${server.url}${pagePath}` }));
    await expect(pull()).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('302') });
    expect(server.asked).toHaveLength(1);
  });
});

describe('a pull that ends before its time', () => {
  it('by the signal, leaves whole files, and goes on from there', async () => {
    const stop = new AbortController();
    const stopped = pull({
      signal: stop.signal,
      onProgress: ({ done }) => (done === 3 ? stop.abort(new Error('enough')) : undefined),
    });
    await expect(stopped).rejects.toThrow('enough');
    const pulled = await pull();
    expect(pulled.files.unchanged + pulled.files.kept).toBeGreaterThanOrEqual(3);
    expect(files()).toEqual(everything);
  });

  it('by SIGKILL in the middle of a file, leaves none of that file, and goes on from there', async () => {
    server.next(headerPath(deal), silent);
    const process = spawnTypeScript(join(__dirname, '../test/pull-process.ts'), [server.url, folder]);
    const unfinished = join(folder, '.pulled', `unfinished-${process.pid}`, `headers_${deal.accession}.hdr.sgml`);
    await until('it has begun the file', () => Promise.resolve(existsSync(unfinished)));
    await process.kill();
    expect(files()).not.toContain(`headers/${deal.accession}.hdr.sgml`);
    expect(await pull()).toMatchObject({ missing: [] });
    expect(files()).toEqual(everything);
    expect(existsSync(unfinished)).toBe(false);
  });
});

describe('what is refused before anything is asked', () => {
  it.each([
    undefined,
    '',
    'Jane',
    'jane@example.com',
    'Jane jane@',
    'Jane jane@localhost',
    'J\u00e4ne jane@example.com',
    `Jane ${'x'.repeat(300)}@example.com`,
  ])('a contact of %j', async (told) => {
    await expect(pull({ contact: told })).rejects.toMatchObject({ code: 'noContact' });
    expect(server.asked).toEqual([]);
  });

  it('a CIK, or an address, that is none', async () => {
    await expect(pull({ cik: 'AMZN' })).rejects.toMatchObject({ code: 'badCik' });
    await expect(pull({ baseUrl: 'file:///etc' })).rejects.toMatchObject({ code: 'badUrl' });
  });
});
