import { idOf, type Moment } from '@streakline/events';
import type { KnownInstrument } from '../claims/claim-context';
import { readArticle } from '../read-article';

const quillon: KnownInstrument = {
  instrumentId: idOf('ins', ['QLN']),
  names: ['Quillon Systems, Inc.'],
  tickers: ['QLN'],
  mic: 'XNAS',
  currency: 'USD',
};
const marbeck: KnownInstrument = {
  instrumentId: idOf('ins', ['MBK']),
  names: ['Marbeck Corporation'],
  tickers: ['MBK'],
  mic: 'XNYS',
  currency: 'USD',
};

/** Published on Friday evening, 2026-02-27. */
const proposals = (...paragraphs: string[]) => {
  const text = `On this day Quillon (NASDAQ: QLN) and Marbeck (NYSE: MBK) were open.\n\n${paragraphs.join('\n\n')}`;
  const given = { text, title: 'A day', url: 'https://post.example/day', published: { at: '2026-02-27T22:00:00Z' } };
  return readArticle(given, { instruments: [quillon, marbeck] }).proposals;
};
const terms = (...paragraphs: string[]) => proposals(...paragraphs).map((proposal) => proposal.terms);
const whenOf = (moment: Moment) => ('at' in moment ? moment.at : [moment.on, moment.timing].filter(Boolean).join(' '));
const briefly = (...paragraphs: string[]) =>
  terms(...paragraphs).map(({ kind, moment, headline }) => `${whenOf(moment)} ${kind} ${headline}`);
const amounts = (...paragraphs: string[]) => terms(...paragraphs).flatMap((one) => one.amounts);

describe('the announcements that an article tells', () => {
  it.each([
    [
      'Quillon on Thursday signed a strategic partnership with OpenAI.',
      '2026-02-26 deal Quillon: strategic partnership with OpenAI',
    ],
    ['Quillon agreed to acquire Marbeck on Feb. 24.', '2026-02-24 deal Quillon: agreement to acquire Marbeck'],
    ['Quillon and Marbeck announced a joint venture on Monday.', '2026-02-23 deal Quillon: joint venture with Marbeck'],
    [
      'Quillon reported quarterly earnings after the bell on Wednesday.',
      '2026-02-25 afterClose earnings Quillon: results reported',
    ],
    [
      'Before the market opened on Friday, Quillon posted fourth-quarter results.',
      '2026-02-27 preMarket earnings Quillon: results reported',
    ],
    ['Quillon cut its full-year forecast on Tuesday.', '2026-02-24 guidance Quillon: guidance lowered'],
    ['Quillon named Ada Byron as chief executive on Thursday.', '2026-02-26 leadership Quillon: new chief executive'],
    ['Marbeck won regulatory approval on Feb. 19, 2026.', '2026-02-19 regulatory Marbeck: approval received'],
  ])('are told by verbs with a day: %s', (text, told) => {
    expect(briefly(text)).toEqual([told]);
  });

  it.each([
    // Without a day, of another time, of somebody else, or not told as done.
    ['Filler.', 'Filler.', 'Filler.', 'Quillon has signed a deal with OpenAI.'],
    ['Quillon signed a deal with OpenAI in 2019.'],
    ['Zyntrix signed a deal with OpenAI on Thursday.'],
    ["Quillon's rival Zyntrix signed a deal with OpenAI on Thursday."],
    ['Quillon may have signed a deal with OpenAI on Thursday, it is said.'],
    ['"Quillon signed a deal on Thursday," somebody said.'],
    ['Quillon will hold a meeting on Thursday.'],
  ])('are not told by: %s %s %s %s', (...paragraphs) => {
    expect(briefly(...paragraphs)).toEqual([]);
  });

  it('are of the day of publication where the article begins with one and says no day', () => {
    expect(briefly('Quillon has announced a partnership with OpenAI.')).toEqual([
      '2026-02-27 deal Quillon: partnership with OpenAI',
    ]);
  });

  it('are told once, however often, and with those that a claim is tied to', () => {
    const told = briefly(
      'Quillon on Thursday announced a deal with OpenAI. Quillon signed the agreement on Thursday, it said.',
      'Shares of Quillon fell nine straight sessions following its Feb. 5 earnings report.',
    );
    expect(told).toEqual([
      '2026-02-26 deal Quillon: deal with OpenAI',
      '2026-02-05 earnings Quillon: results reported',
    ]);
  });

  it('have parties, sources and the words that led to them', () => {
    const [proposal] = proposals(
      'Quillon on Thursday [announced](https://www.prnewswire.com/q) a deal with [OpenAI](https://post.example/openai). A [filing](https://www.sec.gov/q) has more.',
    );
    expect(proposal?.terms.subjects).toEqual([
      { instrumentId: quillon.instrumentId, role: 'issuer' },
      { name: 'OpenAI', role: 'counterparty' },
    ]);
    expect(proposal?.terms.sources).toEqual([
      { url: 'https://www.prnewswire.com/q' },
      { url: 'https://www.sec.gov/q' },
      { url: 'https://post.example/day', publishedAt: '2026-02-27T22:00:00Z' },
    ]);
    expect(proposal?.quotations[0]?.text).toBe('Quillon on Thursday announced a deal with OpenAI.');
  });
});

describe('the sums of a deal', () => {
  const deal = 'Quillon on Thursday announced a deal with OpenAI.';

  it('have a certainty, a condition and a deadline where the text ties them to a sum', () => {
    expect(
      amounts(
        'Quillon on Thursday announced a deal with OpenAI that includes an investment of up to $50 billion.',
        'Quillon starts with an initial commitment of $15 billion, followed by another $35 billion. The second tranche is contingent upon OpenAI going public in the U.S., according to a filing. It ends if the $35 billion is not invested by Dec. 31, 2028.',
      ),
    ).toEqual([
      { label: 'First part', value: 15e9, currency: 'USD', certainty: 'committed' },
      {
        ...{ label: 'Further part', value: 35e9, currency: 'USD', certainty: 'conditional' },
        ...{ condition: 'OpenAI going public in the U.S.', deadline: '2028-12-31' },
      },
    ]);
  });

  it('name the whole where its parts are not told', () => {
    expect(
      amounts('Quillon on Thursday announced a deal with OpenAI that includes an investment of up to $50 billion.'),
    ).toEqual([{ label: 'Investment, at most', value: 50e9, currency: 'USD', certainty: 'conditional' }]);
  });

  it.each([
    ['Quillon agreed to acquire Marbeck for $3.2 billion on Thursday.', 'Price 3200000000 committed'],
    [
      `${deal} OpenAI will spend $100 billion on its machines by the end of 2030.`,
      'Spending 100000000000 spending 2030-12-31',
    ],
    [`${deal} It owes a termination fee of €200 million if it leaves.`, 'Termination fee 200000000 conditional'],
  ])('are told by the words before them: %s', (text, sum) => {
    const told = amounts(text).map(({ label, value, certainty, deadline }) =>
      [label, value, certainty, deadline].filter(Boolean).join(' '),
    );
    expect(told).toEqual([sum]);
  });

  it.each([
    `${deal} It adds to an existing $38 billion agreement.`,
    `${deal} Marbeck will invest $13 billion in OpenAI.`,
    `${deal} The round includes an investment of $30 billion from Nvidia and $30 billion from SoftBank.`,
    `${deal} Its capital spending of $200 billion worries some.`,
  ])('are none of others, and none of before: %s', (text) => {
    expect(amounts(text)).toEqual([]);
  });
});
