import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadAmazonExample, requestsOf } from '../../examples/amazon-2026/load';
import { streakline } from './cli-process';
import { type HttpApi, type Json, pageOf, receiptOf, startHttpApi } from './http-api';

const fixtures = resolve(__dirname, '../fixtures/articles');
const textOf = (file: string) => readFileSync(join(fixtures, file), 'utf8');

interface Judged {
  readonly claim: Json & { readonly quotation: { readonly text: string } };
  readonly atPublication: {
    readonly verdict: string;
    readonly why: string;
    readonly parts: readonly (Json & { readonly part: string; readonly verdict: string })[];
  };
}

/** "amount contradicted, low of 2026-02-06": what the tape says to each part of a claim. */
const partsOf = ({ atPublication }: Judged) =>
  atPublication.parts.map(({ part, verdict, elsewhere }) => {
    const found = elsewhere as { as: string; session: string } | undefined;
    return `${part} ${verdict}${found === undefined ? '' : `, ${found.as} of ${found.session}`}`;
  });

/*
 * The tape is that of examples/amazon-2026. Its falls: 2025-02-14 to 2025-02-24 (six sessions, over Presidents' Day) and
 * 2026-02-03 to 2026-02-13 (nine, of which six follow the report). 2026-02-06: low 200.31, -10.05%, close -5.55%.
 */
describe('articles of newspapers, held against the tape', () => {
  let api: HttpApi;
  beforeAll(async () => {
    api = await startHttpApi();
    for (const { path, body } of requestsOf(loadAmazonExample())) receiptOf(await api.post(path, body));
  });
  afterAll(() => api.close());

  const judged = async (file: string): Promise<readonly Judged[]> => {
    const { id, position } = receiptOf(await api.post('/v1/articles', { text: textOf(file) }));
    const { body, status } = await api.get(`/v1/articles/${id}?minPosition=${position}`);
    expect(status).toBe(200);
    return body['claims'] as readonly Judged[];
  };
  const briefly = async (file: string) =>
    (await judged(file)).map((claim) => [claim.claim.quotation.text, claim.atPublication.verdict, ...partsOf(claim)]);
  const cli = (...args: string[]) => streakline(['import', 'article', ...args, '--database-url', api.databaseUrl]);

  it('are read by one command, which says what is right in them, what is not, and what they announce', async () => {
    const { code, stdout, stderr } = await cli(join(fixtures, 'deal.md'), '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const article = JSON.parse(stdout) as Json & { claims: readonly Judged[] };
    const [streak, money, friday] = article.claims;
    expect(article.claims).toHaveLength(3);
    expect(streak?.atPublication).toMatchObject({
      verdict: 'partly',
      parts: [
        { part: 'direction', verdict: 'supported' },
        { part: 'length', verdict: 'supported' },
        { part: 'relation', verdict: 'contradicted' },
      ],
    });
    expect(streak?.atPublication.why).toMatch(/3 of 9 sessions \(2026-02-03, 2026-02-04, 2026-02-05\)/);
    expect(money && partsOf(money)).toEqual(
      expect.arrayContaining(['amount supported', 'amount contradicted']) as string[],
    );
    expect(money?.atPublication.why).toMatch(/246\.6 billion.*463\.3 billion/);
    expect(friday?.atPublication.verdict).toBe('supported');
    expect(article['proposals']).toMatchObject([
      {
        ...{ kind: 'deal', headline: 'Amazon: partnership with OpenAI', announcedOn: '2026-02-27', state: 'proposed' },
        amounts: [
          { value: 100e9, certainty: 'spending' },
          { value: 15e9, certainty: 'committed' },
          {
            value: 35e9,
            certainty: 'conditional',
            condition: expect.stringContaining('listing its shares'),
            deadline: '2028-12-31',
          },
        ],
      },
      { kind: 'earnings', announcedOn: '2026-02-05', onRecord: [expect.stringMatching(/^ann_/)] },
    ]);
  });

  it('are told to people too, from standard input, and say that they were on record before', async () => {
    const args = ['import', 'article', '-', '--database-url', api.databaseUrl];
    const { code, stdout } = await streakline(args, textOf('deal.md'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/on record before/);
    expect(stdout).toMatch(
      /c1 {2}XNAS:AMZN: "Shares of Amazon fell nine sessions in a row following its Feb\. 5 earnings report"\n {6}PARTLY: /,
    );
    expect(stdout).toMatch(/Further part: USD 35,000,000,000, conditional, until 2028-12-31: OpenAI meeting targets/);
    expect(stdout).toMatch(/Not on record: OpenAI, Microsoft/);
  });

  it('tell the low of a day as its close', async () => {
    expect(await briefly('low-as-close.html')).toEqual([
      [
        expect.stringContaining('closed 10% lower on Friday'),
        'partly',
        'direction supported',
        'amount contradicted, low of 2026-02-06',
      ],
      [expect.stringContaining('traded as low as $200.31'), 'supported', 'level supported'],
      [expect.stringContaining('down as much as 10%'), 'supported', 'direction supported', 'amount supported'],
    ]);
  });

  it("tell a week's fall as a day's", async () => {
    expect(await briefly('week-as-day.md')).toEqual([
      [
        expect.stringContaining('5.5% on Friday'),
        'partly',
        'direction supported',
        'amount contradicted, week of 2026-02-13',
      ],
      [expect.stringContaining('5.5% this week'), 'supported', 'direction supported', 'amount supported'],
    ]);
  });

  it("tell the market's gain as that of a company which fell", async () => {
    expect(await briefly('another-figure.md')).toEqual([
      [
        expect.stringContaining('1.9% higher on Friday'),
        'contradicted',
        'direction contradicted',
        'amount contradicted, otherInstrument of 2026-02-06',
      ],
      [expect.stringContaining('closed 1.9% higher'), 'supported', 'direction supported', 'amount supported'],
    ]);
  });

  it('tell a fall on the wrong date', async () => {
    const [fall, ...others] = await briefly('wrong-date.md');
    expect(others).toEqual([]);
    expect(fall).toEqual(expect.arrayContaining(['partly', 'amount contradicted, sessionAfter of 2026-02-06']));
  });

  it('count a streak from behind a holiday that lay in it', async () => {
    expect(await briefly('holiday.html')).toEqual([
      [expect.stringContaining('fifth straight session'), 'partly', 'direction supported', 'length contradicted'],
      [expect.stringContaining('$212.71'), 'supported', 'level supported'],
    ]);
  });

  it('tell of companies that have no tape', async () => {
    expect(await briefly('private.md')).toEqual([
      [expect.stringContaining('30% on Thursday'), 'uncheckable', 'direction uncheckable', 'amount uncheckable'],
    ]);
    const { data } = pageOf(await api.get('/v1/articles?limit=100'));
    expect(data.map(({ title }) => title)).toContain('Zyntrix raises another round');
    expect(pageOf(await api.get('/v1/articles?instrument=XNAS:AMZN')).data).not.toContainEqual(
      expect.objectContaining({ title: 'Zyntrix raises another round' }),
    );
  });

  it('are refused in one line where they are none, and leave nothing behind', async () => {
    const before = await api.head();
    const undated = await streakline(
      ['import', 'article', '-', '--title', 'x', '--database-url', api.databaseUrl],
      'It fell.',
    );
    expect(undated).toMatchObject({ code: 2, stdout: '' });
    expect(undated.stderr).toMatch(/^streakline: [^\n]*when it was published[^\n]*--published[^\n]*\n$/);
    const binary = await api.post('/v1/articles', {
      text: 'PK\u0003\u0004'.repeat(9),
      title: 'x',
      publishedOn: '2026-02-27',
    });
    expect(binary).toMatchObject({ status: 422, body: { code: 'notText', errors: [{ pointer: '/text' }] } });
    expect(await api.head()).toBe(before);
  });
});
