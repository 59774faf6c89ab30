import { RecordShareClasses } from '@streakline/instruments';
import { startStories, type Stories } from '../../test/stories';

describe('importing the covers of an issuer with several classes', () => {
  let stories: Stories;
  beforeAll(async () => {
    stories = await startStories();
  });
  beforeEach(() => stories.next());
  afterAll(() => stories.dispose());

  const context = (id: string, member: string) =>
    `<context id="${id}"><entity><segment><explicitMember dimension="us-gaap:StatementClassOfStockAxis">${member}</explicitMember></segment></entity><period><instant>2026-01-28</instant></period></context>`;
  const fact = (id: string, shares: number) =>
    `<dei:EntityCommonStockSharesOutstanding contextRef="${id}">${shares}</dei:EntityCommonStockSharesOutstanding>`;
  const cover = () => {
    const classes = ['us-gaap:CommonClassAMember', 'us-gaap:CommonClassBMember', 'x:CapitalClassCMember'];
    const contexts = classes.map((member, index) => context(`c${index}`, member)).join('');
    const symbol = `<dei:TradingSymbol contextRef="c0">${stories.its.symbol}</dei:TradingSymbol>`;
    return `<xbrl>${contexts}${symbol}${fact('c0', 600)}${fact('c1', 100)}${fact('c2', 500)}</xbrl>`;
  };
  /** As EDGAR's archives have it: the folder is the accession number without dashes. */
  const covers = () => ({ [`${stories.its.report.replaceAll('-', '')}/exmp-20251231_htm.xml`]: cover() });

  it('places the counts of the cover by the classes on record', async () => {
    const other = await stories.list(`${stories.its.symbol}C`);
    const classes = {
      shareClass: 'A',
      listed: [{ ref: other, shareClass: 'C' }],
      unlisted: [{ shareClass: 'B', pricedAs: 'A' }],
    };
    await stories.commands.accept(new RecordShareClasses(stories.instrument, classes, stories.commands.context()));
    const { shareCounts, refused } = await stories.one(
      stories.folderOf({ ...stories.its.submissions, ...covers(), ...stories.its.facts }),
    );
    expect({ shareCounts, refused }).toEqual({ shareCounts: { recorded: 3, before: 0, corrected: 0 }, refused: [] });
    const counted = (await stories.commands.made.store.readByKey(stories.instrument))
      .filter(({ type }) => type === 'ShareCountRecorded')
      .map(({ data }) => data);
    expect(counted).toMatchObject([
      { instrumentId: stories.instrument, shares: 600 },
      { instrumentId: stories.instrument, shares: 100, shareClass: 'B' },
    ]);
    expect(counted[0]).not.toHaveProperty('shareClass');
    const ofOther = (await stories.commands.made.store.readByKey(other)).filter(
      ({ type }) => type === 'ShareCountRecorded',
    );
    expect(ofOther).toMatchObject([{ data: { shares: 500 } }]);
  });

  it('refuses counts whose class nobody told, but for the ticker on the cover, and counts of no class', async () => {
    const { shareCounts, refused } = await stories.one(stories.folderOf({ ...stories.its.submissions, ...covers() }));
    expect(shareCounts.recorded).toBe(1);
    expect(refused.map(({ reason }) => reason).join()).toMatch(/class CommonClassB, .*share-classes/);
    await stories.list(`${stories.its.symbol}C`);
    const whole = await stories.one(stories.folderOf({ ...stories.its.submissions, ...stories.its.facts }));
    expect(whole.refused.map(({ reason }) => reason).join()).toContain('names no class, and the issuer has XNAS:EX');
    expect(whole.shareCounts.recorded).toBe(0);
  });
});
