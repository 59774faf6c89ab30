import { Announce, Correct } from '@streakline/announcements';
import { readPressReleases } from '@streakline/edgar';
import { AnnouncementMade } from '@streakline/events';
import { writeFiles } from '../../test/edgar-folder';
import { startStories, type Stories } from '../../test/stories';

describe('importing a filing again, or beside others', () => {
  let stories: Stories;
  beforeAll(async () => {
    stories = await startStories();
  });
  beforeEach(() => stories.next());
  afterAll(() => stories.dispose());

  it('puts dates right once headers say when it was, also of an amendment, and never the other way', async () => {
    const folder = stories.folderOf(stories.its.submissions);
    const dated = await stories.one(folder);
    expect(dated.plan.times).toEqual({ stated: 0, inferred: 1, likely: 0, dateOnly: 2 });
    writeFiles(folder, stories.its.headers);
    expect(await stories.one(folder)).toMatchObject({
      announcements: { recorded: 0, before: 0, corrected: 2 },
      amendments: { recorded: 0, before: 0, corrected: 1 },
      refused: [],
    });
    const [, corrected] = await stories.announced(stories.its.results);
    expect(corrected).toMatchObject({
      ...{ type: 'AnnouncementCorrected', reason: 'The time is better known: filing header (ACCEPTANCE-DATETIME).' },
      announcement: { original: { moment: { at: '2026-02-05T21:02:22.000Z' } } },
    });
    const again = await stories.one(folder);
    expect(again).toMatchObject({
      announcements: { before: 2, corrected: 0 },
      amendments: { before: 1, corrected: 0 },
    });
    const withoutHeaders = await stories.one(stories.folderOf(stories.its.submissions));
    expect(withoutHeaders).toMatchObject({ announcements: { before: 2, corrected: 0 }, refused: [] });
  });

  it('moves an announcement to a press release that came first, also afterwards', async () => {
    const folder = stories.folderOf({ ...stories.its.submissions, ...stories.its.headers });
    await stories.one(folder);
    const wire = {
      accession: stories.its.results,
      url: 'https://wire.example/q4',
      publisher: 'Wire',
      publishedAt: '2026-02-05T21:01:00Z',
    };
    const releases = readPressReleases(JSON.stringify([wire]));
    expect(await stories.one(folder, { releases })).toMatchObject({ announcements: { before: 1, corrected: 1 } });
    const moment = async () => (await stories.announced(stories.its.results)).at(-1);
    expect(await moment()).toMatchObject({
      announcement: { original: { moment: { at: '2026-02-05T21:01:00.000Z' } } },
    });
    expect(await stories.one(folder)).toMatchObject({ announcements: { before: 2, corrected: 0 }, refused: [] });
  });

  it('leaves what somebody corrected by hand', async () => {
    const folder = stories.folderOf(stories.its.submissions);
    await stories.one(folder);
    const made = (await stories.commands.made.store.readByKey(stories.instrument)).find(
      (event) => AnnouncementMade.is(event) && event.data.announcement.externalId === stories.its.results,
    );
    const { id } = (made?.data as { announcement: { id: string } }).announcement;
    const said = { reason: 'seen on the wire', announcedAt: '2026-02-05T21:00:30Z' };
    await stories.commands.accept(new Correct(id, said, stories.commands.context()));
    writeFiles(folder, stories.its.headers);
    expect(await stories.one(folder)).toMatchObject({ announcements: { before: 1, corrected: 1 }, refused: [] });
    expect(await stories.announced(stories.its.results)).toHaveLength(2);
  });

  it('leaves what somebody recorded of the same filing as it is, and says where it differs', async () => {
    const act = {
      ...{
        kind: 'earnings' as const,
        headline: 'Record results',
        announcedOn: '2026-02-05',
        timing: 'afterClose' as const,
      },
      ...{ subjects: [{ instrument: stories.instrument, role: 'issuer' }], source: 'sec-edgar' },
    };
    const said = new Announce({ ...act, externalId: stories.its.results }, stories.commands.context());
    const { id } = await stories.commands.accept(said);
    const { announcements, notes, refused } = await stories.one(
      stories.folderOf({ ...stories.its.submissions, ...stories.its.headers }),
    );
    expect({ announcements, refused }).toEqual({
      announcements: { recorded: 1, before: 1, corrected: 0 },
      refused: [],
    });
    expect(notes).toContainEqual(
      `8-K ${stories.its.results}: on record as ${id} stands 2026-02-05, afterClose, and the files say 2026-02-05T21:02:22.000Z. It was recorded by somebody, and is left as it is.`,
    );
  });

  it('does not announce a report again that another source announced', async () => {
    const report = {
      ...{ kind: 'earnings' as const, headline: 'Results', announcedOn: '2026-02-05', timing: 'afterClose' as const },
      subjects: [{ instrument: stories.instrument, role: 'issuer' }],
    };
    await stories.commands.accept(new Announce(report, stories.commands.context()));
    const { announcements, notes } = await stories.one(
      stories.folderOf({ ...stories.its.submissions, ...stories.its.headers }),
    );
    expect(announcements).toEqual({ recorded: 1, before: 1, corrected: 0 });
    expect(notes).toContainEqual(expect.stringContaining('the same report is on record as ann_'));
  });
});
