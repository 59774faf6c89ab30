import { claimsOf, read } from '../../test/claims-in-words';

/* Published on Friday, 2026-02-27, in the evening. Presidents' Day, 2026-02-16, has no session. */
const told: readonly (readonly [sentence: string, ...claims: string[]])[] = [
  // streaks
  ['Quillon stock fell for a ninth straight session on Feb. 13.', 'Quillon down | length 9±1 session | on 2026-02-13'],
  ["Quillon's U.S.-listed shares rose 1% on Friday.", 'Quillon up | price 0.01±0.01 close | on 2026-02-27'],
  ['Quillon is up 5.6% since its Feb. 13 close.', 'Quillon up | price 0.056±0.001 close | since 2026-02-13'],
  [
    'Quillon shares fell 5.6% the day after its earnings report.',
    'Quillon down | price 0.056±0.001 close | following earnings',
  ],
  [
    'Quillon shares fell 5% before the market opened on Friday.',
    'Quillon down | price 0.05±0.01 extendedHours | on 2026-02-27',
  ],
  ['Quillon shares were last down 0.9%.', 'Quillon down | price 0.009±0.001 intraday | on 2026-02-27'],
  [
    'Quillon shares opened 0.5% lower on Friday and closed 1% higher.',
    'Quillon up | price 0.01±0.01 close | on 2026-02-27',
  ],
  ['Quillon has sunk for nine days straight.', 'Quillon down | length 9±1 day'],
  ['Quillon (QLN) rose 9 days in a row.', 'Quillon up | length 9±1 day'],
  ['Shares of Quillon logged a nine-session losing streak.', 'Quillon down | length 9±1 session'],
  ["It was Quillon's twenty-first straight weekly gain.", 'Quillon up | length 21±1 week'],
  ['Quillon posted its 5th consecutive weekly loss.', 'Quillon down | length 5±1 week'],
  ["Quillon's stock fell three weeks in a row.", 'Quillon down | length 3±1 week'],
  ['Quillon extended its losing streak to at least nine days.', 'Quillon down | length atLeast 9±1 day'],
  [
    "Quillon's winning streak reached six trading sessions on Thursday.",
    'Quillon up | length 6±1 session | on 2026-02-26',
  ],
  ['A nine-day losing streak for Quillon ended on Tuesday.', 'Quillon down | length 9±1 day'],
  ['Quillon shares rallied for a fourth day running.', 'Quillon up | length 4±1 day'],
  [
    'Quillon shares rose five straight days, Monday through Friday.',
    'Quillon up | length 5±1 day | 2026-02-23..2026-02-27',
  ],
  ['Quillon shares rose every day this week.', 'Quillon up | length atLeast 5±1 session | 2026-02-23..2026-02-27'],
  [
    'Quillon closed higher on Friday, snapping a two-day losing streak.',
    'Quillon up | on 2026-02-27',
    'Quillon down | length 2±1 day',
  ],
  // what they are tied to
  [
    'Quillon shares slumped seven days straight following its Feb. 5 earnings report, wiping more than $31 billion off its market value.',
    'Quillon down | length 7±1 day | following earnings 2026-02-05',
    'Quillon down | marketCap moreThan 31000000000±1000000000 USD close | of c1',
  ],
  [
    'Following its Feb. 5 earnings report, Quillon shares fell nine straight days.',
    'Quillon down | length 9±1 day | following earnings 2026-02-05',
  ],
  ['Quillon dropped for three sessions in a row after Marbeck reported earnings.', 'Quillon down | length 3±1 session'],
  [
    'Quillon dropped for three sessions in a row because of its takeover of Tessaly.',
    'Quillon down | length 3±1 session | following because of deal',
  ],
  [
    "Quillon's stock is down 12% since its Feb. 5 earnings report.",
    'Quillon down | price 0.12±0.01 close | since earnings 2026-02-05',
  ],
  [
    'Ahead of its earnings report, Quillon shares slipped 4.4% on Feb. 5.',
    'Quillon down | price 0.044±0.001 close | preceding earnings | on 2026-02-05',
  ],
  ['Quillon gained 5.4% on the day it reported earnings.', 'Quillon up | price 0.054±0.001 close | onDayOf earnings'],
  [
    'Quillon plunged 8% after its Feb. 5 earnings report.',
    'Quillon down | price 0.08±0.01 close | following earnings 2026-02-05',
  ],
  // moves in percent
  ['On Friday the stock ended 1% higher.', 'Quillon up | price 0.01±0.01 close | on 2026-02-27'],
  ['Quillon lost 1.25 percent on Monday.', 'Quillon down | price 0.0125±0.0001 close | on 2026-02-23'],
  [
    'Quillon shares tumbled 18% from Feb. 3 to Feb. 13.',
    'Quillon down | price 0.18±0.01 close | 2026-02-03..2026-02-13',
  ],
  ['Quillon fell 12 percent in January.', 'Quillon down | price 0.12±0.01 close | 2026-01-01..2026-01-31'],
  [
    'Over the past five sessions, Quillon has gained nearly 6%.',
    'Quillon up | price nearly 0.06±0.01 close | last 5 session',
  ],
  ['Quillon is up about 3% over the past five days.', 'Quillon up | price about 0.03±0.01 close | last 5 day'],
  ['Quillon shares soared 200% in 2023.', 'Quillon up | price 2±0.01 close | 2023-01-01..2023-12-31'],
  ['The shares are up 4% since November 2021.', 'Quillon up | price 0.04±0.01 close | since 2021-10-31'],
  [
    'Quillon stock is up 4% this week but still down 9% for the year.',
    'Quillon up | price 0.04±0.01 close | 2026-02-23..2026-02-27',
    'Quillon down | price 0.09±0.01 close | since 2025-12-31',
  ],
  [
    'Quillon shares, which have gained 3% this month, fell 1% on Thursday.',
    'Quillon up | price 0.03±0.01 close | 2026-02-01..2026-02-27',
    'Quillon down | price 0.01±0.01 close | on 2026-02-26',
  ],
  ['Down 12% this year, Quillon shares are cheap.', 'Quillon down | price 0.12±0.01 close | since 2025-12-31'],
  [
    'Quillon shares fell 8% on Friday, Feb. 13. The next day, the stock rose 0.5%.',
    'Quillon down | price 0.08±0.01 close | on 2026-02-13',
    'Quillon up | price 0.005±0.001 close | on 2026-02-17',
  ],
  [
    'Quillon fell nine days straight. The slide cost nobody sleep. During the nine-day slide, the stock lost 18%.',
    'Quillon down | length 9±1 day',
    'Quillon down | price 0.18±0.01 close | of c1',
  ],
  [
    'Quillon shares fell 18% over nine straight sessions.',
    'Quillon down | price 0.18±0.01 close | of c2',
    'Quillon down | length 9±1 session',
  ],
  // where in the day
  [
    'Quillon slid as much as 8.9% intraday on Feb. 6 before paring losses to close 5.6% lower.',
    'Quillon down | price upTo 0.089±0.001 intraday | on 2026-02-06',
    'Quillon down | price 0.056±0.001 close | on 2026-02-06',
  ],
  ['Quillon jumped 5% in after-hours trading Thursday.', 'Quillon up | price 0.05±0.01 extendedHours | on 2026-02-26'],
  [
    'Quillon shares were down 3.4% in premarket trading Friday.',
    'Quillon down | price 0.034±0.001 extendedHours | on 2026-02-27',
  ],
  // levels
  ['Quillon closed at $210.00 on Friday.', 'Quillon | close at 210±0.01 USD | on 2026-02-27'],
  [
    'Quillon fell 3% to $198.79 on Feb. 13.',
    'Quillon down | price 0.03±0.01 close | close at 198.79±0.01 USD | on 2026-02-13',
  ],
  ['Quillon topped $200 on Friday.', 'Quillon | high above 200±1 USD | on 2026-02-27'],
  ['Quillon fell below $200 on Feb. 12.', 'Quillon | low below 200±1 USD | on 2026-02-12'],
  [
    'Quillon traded as low as $196.31 during the session on Feb. 12.',
    'Quillon | low at 196.31±0.01 USD | on 2026-02-12',
  ],
  ['Quillon opened at $202.69 on Feb. 6.', 'Quillon | open at 202.69±0.01 USD | on 2026-02-06'],
  ['The stock hit a low of $196 on Feb. 12.', 'Quillon | low at 196±1 USD | on 2026-02-12'],
  ['Quillon was trading at $205.30 on Friday afternoon.', 'Quillon | intraday at 205.3±0.01 USD | on 2026-02-27'],
  // market value
  [
    'Quillon shares dropped 5.6% on Feb. 6, erasing about $13.3bn in market value.',
    'Quillon down | price 0.056±0.001 close | on 2026-02-06',
    'Quillon down | marketCap about 13300000000±100000000 USD close | on 2026-02-06',
  ],
  [
    'Quillon lost up to $20 billion in market capitalization on Monday.',
    'Quillon down | marketCap upTo 20000000000±1000000000 USD close | on 2026-02-23',
  ],
  [
    "Quillon's market cap rose above $2.1 trillion on Monday.",
    'Quillon | marketCap above 2100000000000±100000000000 USD | on 2026-02-23',
  ],
  [
    'Quillon fell nine days straight. In all, more than $45 billion in market value was wiped out during the streak.',
    'Quillon down | length 9±1 day',
    'Quillon down | marketCap moreThan 45000000000±1000000000 USD close | of c1',
  ],
  ["Quillon's market value fell 5% last week.", 'Quillon down | marketCap 0.05±0.01 close | 2026-02-16..2026-02-22'],
  // records
  [
    "Quillon's shares have fallen for nine consecutive trading sessions, the longest losing streak since July 2006.",
    'Quillon down | length 9±1 session | longestStreak since 2006-07',
  ],
  [
    "Quillon's 5.6% drop on Feb. 6 was its biggest one-day decline since 2022.",
    'Quillon down | price 0.056±0.001 close | largestMove since 2022 | on 2026-02-06',
  ],
  ['Quillon shares closed at a record high on Nov. 3.', 'Quillon | highestClose since ever | on 2025-11-03'],
  ['Quillon shares hit an all-time high on Thursday.', 'Quillon | highestPrice since ever | on 2026-02-26'],
  [
    'Quillon logged its biggest one-day gain in more than two years on Thursday.',
    'Quillon up | largestMove since 2024-02-27 | on 2026-02-26',
  ],
  // what only seems to be dated, or to go on
  [
    'Quillon - whose shares had jumped 10% on Tuesday - fell back 2.3%.',
    'Quillon up | price 0.1±0.01 close | on 2026-02-24',
    'Quillon down | price 0.023±0.001 close | on 2026-02-27',
  ],
  [
    'Shares in Quillon, which hit an all-time high last week, rose 2.2 per cent on Friday.',
    'Quillon up | price 0.022±0.001 close | on 2026-02-27',
  ],
  ['Quillon stock has risen 88 percent since last February.', 'Quillon up | price 0.88±0.01 close | since 2025-01-31'],
  ['Quillon is up 15% since the close on Dec. 3.', 'Quillon up | price 0.15±0.01 close | since 2025-12-03'],
  [
    'Quillon closed 2.26% lower at $346.19, but in after-hours trading the share price jumped to $390.61.',
    'Quillon down | price 0.0226±0.0001 close | close at 346.19±0.01 USD | on 2026-02-27',
    'Quillon | extendedHours at 390.61±0.01 USD | on 2026-02-27',
  ],
  [
    'Quillon sank 5.9% on Tuesday, sliding for a fifth straight day and closing at its lowest since April 2020.',
    'Quillon down | price 0.059±0.001 close | lowestClose since 2020-04 | on 2026-02-24',
    'Quillon down | length 5±1 day | on 2026-02-24',
  ],
  // whose
  [
    'Marbeck rose 2% while Quillon lost 1.3% on Thursday.',
    'Marbeck up | price 0.02±0.01 close | on 2026-02-26',
    'Quillon down | price 0.013±0.001 close | on 2026-02-26',
  ],
  ['Marbeck, too, was weak on Friday. Its shares lost 2%.', 'Marbeck down | price 0.02±0.01 close | on 2026-02-27'],
  ['Quillon said its shares fell 9% on Friday.', 'Quillon down | price 0.09±0.01 close | on 2026-02-27'],
  ['Shares of Zyntrix Labs plunged 40% on Friday.', '(Zyntrix Labs) down | price 0.4±0.01 close | on 2026-02-27'],
  ['Shares of Tessaly rose 5% on Friday.', '(Tessaly) up | price 0.05±0.01 close | on 2026-02-27'],
  [
    'Quillon and Marbeck shares fell 3% on Monday.',
    'Quillon down | price 0.03±0.01 close | on 2026-02-23',
    'Marbeck down | price 0.03±0.01 close | on 2026-02-23',
  ],
];

describe('what a sentence of the press tells of the tape', () => {
  it.each(told.map(([sentence, ...claims]) => [sentence, claims] as const))('%s', (sentence, claims) => {
    expect(read(sentence)).toEqual(claims);
  });
});

describe('the words that led to a claim', () => {
  it('are quoted from its subject to its last part, at their place', () => {
    const text = 'It was a long week. Quillon shares fell 3% to $198.79 on Feb. 13, and nobody cared.';
    const [first] = claimsOf(text);
    expect(first?.claim.quotation).toEqual({
      text: 'Quillon shares fell 3% to $198.79 on Feb. 13',
      start: 20,
      end: 64,
    });
  });
});
