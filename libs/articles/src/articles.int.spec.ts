import { AnnouncementsModule, Announce } from '@streakline/announcements';
import { ArticleCorrected, ArticleRecorded, type ArticleRecord, catalogue } from '@streakline/events';
import { InstrumentsModule, ListInstrument, RenameInstrument } from '@streakline/instruments';
import { type Commands, startCommands } from '@streakline/testing';
import {
  AcceptProposal,
  AddClaim,
  ArticlesModule,
  articleStream,
  type ClaimBody,
  CorrectClaim,
  DismissProposal,
  RecordArticle,
  type RecordArticleBody,
  WithdrawClaim,
} from '.';

const body: RecordArticleBody = {
  text: `---
title: Amazon keeps falling
---
Amazon on Friday announced a partnership with OpenAI. Amazon shares fell nine sessions in a row.

They closed 1% higher on Friday.`,
  url: 'https://harbor.example/amazon?utm_source=feed#top',
  publishedAt: '2026-02-27T22:38:27Z',
};

/** "c1 read down 9 days". */
const claimsOf = ({ claims }: ArticleRecord) =>
  claims.map(({ claim: { id, direction, length, change }, state }) =>
    [id, state, direction, length && `${length.figure.value} ${length.unit}`, change?.figure.value]
      .filter(Boolean)
      .join(' '),
  );

describe('articles on a real store', () => {
  let commands: Commands;
  beforeAll(async () => {
    commands = await startCommands(InstrumentsModule, AnnouncementsModule, ArticlesModule);
    const listing = { symbol: 'AMZN', mic: 'XNAS', name: 'Amazon.com, Inc.', currency: 'USD' };
    await commands.accept(new ListInstrument(listing, commands.context()));
  });
  afterAll(() => commands.dispose());

  const record = (others: Partial<RecordArticleBody> = {}) =>
    new RecordArticle({ ...body, ...others }, commands.context());
  const at = (url: string) => ({ url: `https://harbor.example/${url}` });
  const eventsOf = (id: string) => commands.made.store.readStream(articleStream(id));
  const articleOf = async (id: string): Promise<ArticleRecord> => {
    const event = (await eventsOf(id)).at(-1);
    if (event === undefined || !(ArticleRecorded.is(event) || ArticleCorrected.is(event)))
      throw new Error('No article.');
    return event.data.article;
  };
  const claim: ClaimBody = {
    subject: { instrument: 'XNAS:AMZN' },
    direction: 'down',
    length: { figure: { value: 10, wording: 'plain', resolution: 1 }, unit: 'session' },
  };

  it('are read once: the same article, by whatever way its address came, gets the first answer', async () => {
    const first = await commands.accept(record());
    expect(first.said).toBe('now');
    expect(await commands.accept(record({ url: 'https://harbor.example/amazon' }))).toEqual({
      ...first,
      said: 'before',
    });
    expect(await eventsOf(first.id)).toHaveLength(1);
    expect(claimsOf(await articleOf(first.id))).toEqual(['c1 read down 9 session', 'c2 read up 0.01']);
  });

  it('keep short quotations, and nothing else of the text', async () => {
    const { id } = await commands.accept(record());
    const stored = JSON.stringify(await eventsOf(id));
    expect(stored).toContain('Amazon shares fell nine sessions in a row');
    expect(stored).not.toContain('higher on Friday.\\n');
    expect(stored).not.toContain(body.text.slice(60, 160));
  });

  it('are recorded once where many send one at the same moment', async () => {
    const racers = await Promise.all(Array.from({ length: 8 }, () => commands.accept(record(at('race')))));
    expect(racers.filter(({ said }) => said === 'now')).toHaveLength(1);
    expect(new Set(racers.map(({ id, position }) => `${id} ${position}`)).size).toBe(1);
  });

  it('are read again where the text changed, and keep what people made of it', async () => {
    const { id } = await commands.accept(record(at('again')));
    await commands.accept(new WithdrawClaim(id, 'c2', { reason: 'misread' }, commands.context()));
    await commands.accept(new AddClaim(id, claim, commands.context()));
    const text = body.text.replace('They closed', 'Amazon rose 2% on Thursday. They closed');
    expect((await commands.accept(record({ ...at('again'), text }))).said).toBe('now');
    expect(claimsOf(await articleOf(id))).toEqual([
      'c1 read down 9 session',
      'c4 read up 0.02',
      'c2 withdrawn up 0.01',
      'c3 added down 10 session',
    ]);
    expect((await commands.accept(record({ ...at('again'), text }))).said).toBe('before');
  });

  it('can be corrected, claim by claim; what was said before is answered so', async () => {
    const { id } = await commands.accept(record(at('corrected')));
    const twice = async (command: () => AddClaim | CorrectClaim | WithdrawClaim) => {
      const first = await commands.accept(command());
      expect(first.said).toBe('now');
      expect(await commands.accept(command())).toEqual({ ...first, said: 'before' });
      return first.id;
    };
    expect(await twice(() => new CorrectClaim(id, 'c1', claim, commands.context()))).toBe('c1');
    expect(await twice(() => new WithdrawClaim(id, 'c2', {}, commands.context()))).toBe('c2');
    const other: ClaimBody = {
      subject: { name: 'Zyntrix' },
      direction: 'up',
      span: { is: 'session', on: '2026-02-27' },
    };
    expect(await twice(() => new AddClaim(id, other, commands.context()))).toBe('c3');
    const article = await articleOf(id);
    expect(claimsOf(article)).toEqual(['c1 corrected down 10 session', 'c2 withdrawn up 0.01', 'c3 added up']);
    // The words that led to it stay.
    expect(article.claims[0]?.claim.quotation?.text).toContain('nine sessions in a row');
  });

  it('refuse claims that nobody can judge, and changes of what is not there', async () => {
    const { id } = await commands.accept(record(at('refused')));
    const refusal = (command: AddClaim | CorrectClaim | WithdrawClaim) => commands.execute(command);
    const empty: ClaimBody = { subject: { instrument: 'XNAS:AMZN' } };
    expect(await refusal(new AddClaim(id, empty, commands.context()))).toMatchObject({ code: 'claimEmpty' });
    const lost: ClaimBody = { ...empty, direction: 'down', span: { is: 'streakOf', claimId: 'c2' } };
    expect(await refusal(new AddClaim(id, lost, commands.context()))).toMatchObject({
      code: 'unknownClaim',
      errors: [{ pointer: '/span/claimId' }],
    });
    const unlisted: ClaimBody = { ...claim, subject: { instrument: 'XNAS:NONE' } };
    expect(await refusal(new AddClaim(id, unlisted, commands.context()))).toMatchObject({
      code: 'unknownInstrument',
      errors: [{ pointer: '/subject/instrument' }],
    });
    expect(await refusal(new CorrectClaim(id, 'c9', claim, commands.context()))).toMatchObject({
      code: 'unknownClaim',
    });
    const nobody = `art_${'0'.repeat(32)}`;
    expect(await refusal(new WithdrawClaim(nobody, 'c1', {}, commands.context()))).toMatchObject({
      refused: 'notFound',
      code: 'unknownArticle',
    });
  });

  it('propose announcements, which are announced once when they are accepted', async () => {
    const { id } = await commands.accept(record(at('proposes')));
    const accept = (said = {}) => new AcceptProposal(id, 'p1', said, commands.context());
    const first = await commands.accept(accept({ terms: { timing: 'preMarket', announcedOn: '2026-02-27' } }));
    expect(await commands.accept(accept())).toEqual({ ...first, said: 'before' });
    expect((await articleOf(id)).proposals).toMatchObject([{ state: 'accepted', announcementId: first.id }]);
    const [made] = await commands.made.store.readByKey(first.id);
    expect(made?.data).toMatchObject({
      announcement: {
        source: 'article',
        original: {
          kind: 'deal',
          headline: 'Amazon: partnership with OpenAI',
          moment: { on: '2026-02-27', timing: 'preMarket' },
        },
      },
    });
    expect(await commands.execute(new DismissProposal(id, 'p1', {}, commands.context()))).toMatchObject({
      refused: 'conflict',
      code: 'proposalAccepted',
    });
  });

  it('see that an announcement may be on record, and then want it named', async () => {
    const { id: announcementId } = await commands.accept(
      new Announce(
        {
          kind: 'deal',
          headline: 'The same',
          announcedOn: '2026-02-26',
          subjects: [{ instrument: 'XNAS:AMZN', role: 'issuer' }],
        },
        commands.context(),
      ),
    );
    const { id } = await commands.accept(record(at('known')));
    expect((await articleOf(id)).proposals[0]?.onRecord).toContain(announcementId);
    const accept = (said: AcceptProposal['body']) =>
      commands.execute(new AcceptProposal(id, 'p1', said, commands.context()));
    expect(await accept({})).toMatchObject({ refused: 'conflict', code: 'announcementOnRecord' });
    expect(await accept({ announcementId: `ann_${'0'.repeat(32)}` })).toMatchObject({ code: 'unknownAnnouncement' });
    expect(await accept({ announcementId: announcementId as `ann_${string}` })).toMatchObject({
      said: 'now',
      id: announcementId,
    });
    const dismissed = await commands.accept(record({ ...at('dismissed') }));
    await commands.accept(new DismissProposal(dismissed.id, 'p1', { reason: 'a rumour' }, commands.context()));
    expect((await articleOf(dismissed.id)).proposals[0]?.state).toBe('dismissed');
  });

  it('know instruments under the names of their date, also those listed a moment ago', async () => {
    const listing = { symbol: 'FB', mic: 'XNAS', name: 'Facebook, Inc.', currency: 'USD' };
    const { id: meta } = await commands.accept(new ListInstrument(listing, commands.context()));
    await commands.accept(new RenameInstrument('XNAS:FB', { symbol: 'META', from: '2022-06-09' }, commands.context()));
    const told = (ticker: string, publishedOn: string) =>
      record({
        text: `The stock ($${ticker}) fell.`,
        title: 'x',
        publishedAt: undefined,
        publishedOn,
        ...at(`${ticker}${publishedOn}`),
      });
    const mentioned = async (ticker: string, publishedOn: string) => {
      const { id } = await commands.accept(told(ticker, publishedOn));
      return (await articleOf(id)).mentions.map(({ instrumentId }) => instrumentId);
    };
    expect(await mentioned('FB', '2021-01-04')).toEqual([meta]);
    expect(await mentioned('META', '2023-01-04')).toEqual([meta]);
    expect(await mentioned('FB', '2023-01-04')).toEqual([]);
  });

  it('are refused with the field that would mend them', async () => {
    const undated = { publishedAt: undefined };
    expect(await commands.execute(record({ ...at('x'), ...undated }))).toMatchObject({
      refused: 'invalid',
      code: 'publicationUnknown',
      errors: [{ pointer: '/publishedAt' }],
    });
    expect(await commands.execute(record({ ...at('x'), publishedAt: '2027-01-01T00:00:00Z' }))).toMatchObject({
      code: 'publishedInFuture',
    });
    expect(await commands.execute(record({ ...at('x'), publishedOn: '2026-02-27' }))).toMatchObject({
      code: 'publicationUnclear',
    });
    expect(await commands.execute(record({ ...at('x'), instruments: ['XNAS:NONE'] }))).toMatchObject({
      code: 'unknownInstrument',
      errors: [{ pointer: '/instruments/0' }],
    });
  });

  it('store only events that the catalogue knows, in its form', async () => {
    for await (const batch of commands.made.store.readAll()) {
      for (const event of batch) expect(catalogue.get(event.type)?.schema.safeParse(event.data).error).toBeUndefined();
    }
  });
});
