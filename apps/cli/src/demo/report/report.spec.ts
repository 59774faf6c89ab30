import { loadAmazonExample } from '../../../../../examples/amazon-2026/load';
import type { ReactionAnswer, RunAnswer } from '../answers';
import type { AnnouncedCase, CaseAnswers } from '../read-back';
import { renderReport } from './report';

/*
 * The answers are typed in from the example's README, whose figures were computed apart from this project; the report
 * may only arrange them.
 */
const fall: RunAnswer = {
  direction: 'falling',
  start: '2026-02-03',
  end: '2026-02-13',
  length: 9,
  lengthAtBase: 3,
  lengthFromDay0: 6,
  inForce: false,
  return: -0.1818,
  returnFromDay0: -0.107324,
  marketCapChange: -463.3e9,
  priceEffect: -472.2e9,
  shareCountEffect: 8.9e9,
  marketCapChangeFromDay0: -246.6e9,
};
const oneDay = {
  ...fall,
  start: '2026-02-26',
  end: '2026-02-26',
  length: 1,
  lengthAtBase: 1,
  lengthFromDay0: 0,
  return: -0.012913,
  marketCapChange: -29.2e9,
};
const rise: RunAnswer = {
  ...oneDay,
  direction: 'rising',
  start: '2026-02-27',
  end: '2026-02-27',
  lengthAtBase: 0,
  lengthFromDay0: 1,
  return: 0.010004,
  marketCapChange: 22.33e9,
};

const window = {
  from: 0,
  to: 20,
  return: null,
  totalReturn: null,
  abnormalReturn: null,
  tStatistic: null,
  marketCapChange: null,
  complete: false,
  through: '2026-03-06',
};
const earnings: ReactionAnswer = {
  of: 'ann_1',
  instrument: 'XNAS:AMZN',
  timing: 'afterClose',
  benchmark: 'ARCX:SPY',
  baseSession: '2026-02-05',
  day0: '2026-02-06',
  return: -0.055548,
  benchmarkReturn: 0.01918,
  abnormalReturn: -0.0803813,
  tStatistic: -5.4483,
  marketCapChange: -132.2e9,
  gapReturn: -0.0898,
  openToClose: 0.0376,
  volumeRatio: 4.02,
  windows: [window],
  relation: 'extended',
  streak: fall,
  begun: null,
  notes: [],
};
const deal: ReactionAnswer = {
  ...earnings,
  of: 'ann_2',
  timing: 'preMarket',
  baseSession: '2026-02-26',
  day0: '2026-02-27',
  return: 0.010004,
  abnormalReturn: 0.0173685,
  tStatistic: 1.1241,
  relation: 'ended',
  streak: oneDay,
  begun: rise,
  notes: [{ code: 'announcementInEstimationWindow', of: 'ann_1', day: -14 }],
};

const example = loadAmazonExample();

function announced(index: number, id: string, reaction: ReactionAnswer): AnnouncedCase {
  const announcement = example.announcements[index];
  if (announcement === undefined) throw new Error(`The example has no announcement ${index}.`);
  return { announcement: { ...announcement, id }, reactions: [reaction] };
}

const answers: CaseAnswers = {
  announcements: [announced(0, 'ann_1', earnings), announced(1, 'ann_2', deal)],
  bars: example.bars['XNAS:AMZN']?.bars ?? [],
  marketCaps: [
    { session: '2026-02-06', shares: 10_690_216_011, countedOn: '2025-10-22', marketCap: null },
    { session: '2026-02-09', shares: 10_734_920_870, countedOn: '2026-01-28', marketCap: null },
  ],
  streaks: [{ direction: 'falling', start: '2026-02-03', end: '2026-02-13', length: 9, longestSince: null }],
};

const report = () => renderReport(answers, example.press, { colours: false });

describe('the report of the Amazon case', () => {
  it('sets each part of what the press said against the tape', () => {
    expect(report()).toContain(`
     supported     9 falling closes in a row, 2026-02-03 to 2026-02-13
     contradicted  that all of them followed it: 3 came before it, 6 from day 0 on
`);
    expect(report()).toContain(`
     supported     -$463.3 bn over the 9 sessions
     contradicted  that all of it followed it: -$216.7 bn came before it, -$246.6 bn from day 0 on
`);
    expect(report()).toContain('     supported     +1.00% on 2026-02-27\n');
  });

  it('says that a longest streak since 2006 is uncheckable on a tape that begins in 2025', () => {
    expect(report()).toMatch(/longest losing streak since 2006.*\n +uncheckable +this tape begins on 2025-01-02/);
  });

  it('shows the streak close by close, with a wall before day 0', () => {
    const lines = report().split('\n');
    expect(lines.find((line) => line.includes('session  '))).toMatch(
      /02-02 +02-03 +02-04 +02-05 ║ +02-06 .* 02-13 +02-17$/,
    );
    expect(lines.find((line) => line.includes('close  '))).toMatch(/242\.96 .* 222\.69 ║ 210\.32 .* 198\.79 +201\.15$/);
    expect(lines.some((line) => /└─+ 3 before ─+┘ +└─+ 6 from day 0 on ─+┘/.test(line))).toBe(true);
  });

  it('splits the change of market value by price and share count, and by before and after', () => {
    expect(report()).toMatch(/the whole fall +9 +-18\.18% +-\$463\.3 bn +-\$472\.2 bn +\+\$8\.9 bn\n/);
    expect(report()).toMatch(/before it +3 +-8\.34% +-\$216\.7 bn\n/);
    expect(report()).toMatch(/from day 0 on +6 +-10\.73% +-\$246\.6 bn\n/);
  });

  it('marks a window that the tape does not fill', () => {
    expect(report()).toMatch(/\[0,20\] +- +- +- +- +- +incomplete: bars reach 2026-03-06/);
  });

  it('tells what day 0 ended and began, and what else its estimation window contains', () => {
    expect(report()).toContain(
      'Day 0 ended a fall of 1 session (2026-02-26, -1.29%, -$29.2 bn) and began a rise of 1 session (2026-02-27, +1.00%, +$22.3 bn).',
    );
    expect(report()).toMatch(
      /Note: the market model was estimated on days that contain another announcement, on day -14: announcement 1\./,
    );
  });
});
