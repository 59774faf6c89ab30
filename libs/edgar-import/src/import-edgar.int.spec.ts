import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ListInstrument } from '@streakline/instruments';
import { columnsOf, headerFile, submissionsFile } from '../test/edgar-folder';
import { NOW, startStories, type Stories } from '../test/stories';
import { aZip } from '../test/zip';
import { importEdgar } from './import-edgar';

describe('importing EDGAR files', () => {
  let stories: Stories;
  beforeAll(async () => {
    stories = await startStories();
  });
  beforeEach(() => stories.next());
  afterAll(() => stories.dispose());

  it('announces current reports, amends beside what is amended, and records the counts of covers', async () => {
    const issuer = await stories.one(
      stories.folderOf({ ...stories.its.submissions, ...stories.its.facts, ...stories.its.headers }),
    );
    expect(issuer).toMatchObject({
      ...{
        cik: stories.its.cik,
        instruments: [{ instrumentId: stories.instrument, symbol: stories.its.symbol, mic: 'XNAS' }],
        refused: [],
      },
      announcements: { recorded: 2, before: 0, corrected: 0 },
      amendments: { recorded: 1, before: 0, corrected: 0 },
      shareCounts: { recorded: 1, before: 0, corrected: 0 },
    });
    expect(await stories.announced(stories.its.results)).toMatchObject([
      {
        ...{ type: 'AnnouncementMade', knownAt: '2026-02-05T21:02:22.000Z' },
        announcement: { original: { kind: 'earnings', moment: { at: '2026-02-05T21:02:22.000Z' } } },
      },
    ]);
    expect(await stories.announced(stories.its.deal)).toMatchObject([
      // Accepted at 18:02 on Wednesday evening: public on Thursday at 06:00 in New York.
      { type: 'AnnouncementMade', knownAt: '2026-02-26T11:00:00.000Z' },
      {
        ...{ type: 'AnnouncementAmended', knownAt: '2026-02-27T21:20:00.000Z' },
        announcement: { amendments: [{ headline: '8-K/A: Entry into a Material Definitive Agreement (1.01)' }] },
      },
    ]);
    const counted = (await stories.commands.made.store.readByKey(stories.instrument)).filter(
      ({ type }) => type === 'ShareCountRecorded',
    );
    expect(counted).toMatchObject([
      {
        knownAt: Date.parse('2026-02-06T11:00:00Z'),
        data: { countedOn: '2026-01-28', shares: 1_000_000, source: `SEC EDGAR 10-K ${stories.its.report}` },
      },
    ]);
  });

  it('adds nothing when it is done again, and goes on where it was interrupted', async () => {
    const folder = stories.folderOf({ ...stories.its.submissions, ...stories.its.facts, ...stories.its.headers });
    const stop = new AbortController();
    await stories.run(folder, { signal: stop.signal, onProgress: ({ done }) => done === 1 && stop.abort() });
    await stories.one(folder);
    const position = await stories.commands.made.store.head();
    expect(await stories.one(folder)).toMatchObject({
      announcements: { recorded: 0, before: 2 },
      amendments: { recorded: 0, before: 1 },
      shareCounts: { recorded: 0, before: 1 },
      refused: [],
    });
    expect(await stories.commands.made.store.head()).toBe(position);
  });

  it('records nothing in a dry run', async () => {
    const position = await stories.commands.made.store.head();
    expect(
      (await stories.one(stories.folderOf({ ...stories.its.submissions, ...stories.its.facts }), { dryRun: true })).plan
        .announcements,
    ).toHaveLength(2);
    expect(await stories.commands.made.store.head()).toBe(position);
  });

  it('reads further pages, and says which are not there', async () => {
    const page = (name: string) => ({ name, filingCount: 1, filingFrom: '2019-01-31', filingTo: '2019-01-31' });
    const [there, missing] = ['001', '002'].map((number) => `CIK${stories.its.cik}-submissions-${number}.json`) as [
      string,
      string,
    ];
    const old = {
      accession: stories.its.accession(1, 19),
      form: '8-K',
      filedOn: '2019-01-31',
      accepted: '2019-01-31T21:02:00',
    };
    const blocks = { recent: columnsOf(stories.its.filings), files: [there, missing].map(page) };
    const { plan, notes } = await stories.one(
      stories.folderOf({
        [`a/CIK${stories.its.cik}.json`]: submissionsFile(stories.its.cik, [], { filings: blocks }),
        [`b/${there}`]: JSON.stringify(columnsOf([old])),
      }),
    );
    expect(plan.announcements.map(({ filedOn }) => filedOn)).toEqual(['2019-01-31', '2026-02-05', '2026-02-26']);
    expect(notes[0]).toContain(`${missing} is not there: 1 filings of 2019-01-31 to 2019-01-31 are left out`);
  });

  it('takes what it can of damaged files, and names the others', async () => {
    const [[name, text] = ['', '']] = Object.entries(stories.its.facts);
    const { announcements, refused } = await stories.one(
      stories.folderOf({
        ...{ ...stories.its.submissions, ...stories.its.headers, [name]: text.slice(0, 50) },
        [`headers/${stories.its.results}.hdr.sgml`]: '\u0000\u0001binary',
        [`headers/${stories.its.deal}.hdr.sgml`]: headerFile(stories.its.results, '2026-02-05T16:02:22'),
      }),
    );
    expect(announcements.recorded).toBe(2);
    const reasons = refused.map(({ reason }) => reason).join('\n');
    expect(reasons).toMatch(/is not JSON .* cut off/);
    expect(reasons).toMatch(/is binary/);
    expect(reasons).toMatch(`it is the header of ${stories.its.results}`);
  });

  it('makes an issuer of headers alone', async () => {
    const lines = [
      '<SEC-HEADER>',
      '<ACCEPTANCE-DATETIME>20260205160222',
      `<ACCESSION-NUMBER>${stories.its.results}`,
      '<TYPE>8-K',
    ];
    const header = [...lines, '<ITEMS>2.02', '<FILING-DATE>20260205', `<CIK>${stories.its.cik}`, ''].join('\n');
    const { plan } = await stories.one(stories.folderOf({ [`${stories.its.results}.hdr.sgml`]: header }));
    expect(plan.announcements).toMatchObject([{ kind: 'earnings', moment: { at: '2026-02-05T21:02:22.000Z' } }]);
  });

  it('finds the stories.instrument by ticker where none has the CIK, and refuses files of another issuer', async () => {
    const listed = { tickers: ['OTHR', stories.its.symbol], exchanges: ['NYSE', 'Nasdaq'] };
    const folder = stories.folderOf({
      'CIK0000000042.json': submissionsFile('0000000042', stories.its.filings.slice(0, 1), listed),
    });
    await expect(stories.run(folder)).rejects.toMatchObject({ code: 'unknownInstrument' });
    await expect(stories.run(folder, { instrument: stories.instrument })).rejects.toThrow(
      `listed with the CIK ${stories.its.cik}`,
    );
    const listing = { symbol: 'OTHR', mic: 'XNYS', name: 'Other', currency: 'USD' };
    await stories.commands.accept(new ListInstrument(listing, stories.commands.context()));
    expect((await stories.one(folder)).instruments).toMatchObject([{ mic: 'XNYS', symbol: 'OTHR' }]);
  });

  it('wants one issuer for one instrument', async () => {
    const files = { 'CIK0000000042.json': submissionsFile('0000000042', []), ...stories.its.submissions };
    await expect(stories.run(stories.folderOf(files), { instrument: stories.instrument })).rejects.toMatchObject({
      code: 'severalIssuers',
    });
  });

  it('finds nothing in a folder of other things', async () => {
    await expect(stories.run(stories.folderOf({ 'readme.txt': 'x' }))).rejects.toMatchObject({ code: 'noFiles' });
    await expect(stories.run(join(stories.folderOf({}), 'missing'))).rejects.toMatchObject({
      code: 'noFiles',
      message: expect.stringContaining('there is no such file or folder') as string,
    });
  });

  it('reads an issuer out of a bulk zip, and another JSON that is named itself', async () => {
    const folder = stories.folderOf({
      'some.json': stories.its.submissions[`submissions/CIK${stories.its.cik}.json`] ?? '',
    });
    const name = `CIK${stories.its.cik}.json`;
    writeFileSync(
      join(folder, 'bulk.zip'),
      aZip([{ name: `companyfacts/${name}`, text: Object.values(stories.its.facts)[0] ?? '' }]),
    );
    const zipped = await importEdgar(
      { store: stories.commands.made.store, execute: stories.commands.execute },
      [join(folder, 'bulk.zip'), join(folder, 'some.json')],
      { now: NOW },
    );
    expect(zipped.issuers).toMatchObject([
      { announcements: { recorded: 2 }, shareCounts: { recorded: 1 }, refused: [] },
    ]);
  });
});
