import type { BarAnswer, NoteAnswer, ReactionAnswer, RunAnswer } from '../answers';
import { columns } from './columns';
import { billions, day, percent, plural, price, signed } from './format';
import type { Paint } from './paint';

/** Day 0: the move, what of it the market does not explain, and how it came about in the day. */
export function dayZero(reaction: ReactionAnswer, bars: readonly BarAnswer[], paint: Paint): string[] {
  const closeOf = (session: string | null) => bars.find((bar) => bar.session === session)?.close;
  const [base, close] = [closeOf(reaction.baseSession), closeOf(reaction.day0)];
  const closes = base === undefined || close === undefined ? '-' : `${price(base)} to ${price(close)}`;
  const head = [
    `Day 0, ${day(reaction.day0)}`,
    'return',
    reaction.benchmark ?? 'no benchmark',
    'abnormal return',
    't',
    'market cap',
  ];
  const figures = [
    percent(reaction.return),
    percent(reaction.benchmarkReturn),
    percent(reaction.abnormalReturn),
    signed(reaction.tStatistic, 2),
    billions(reaction.marketCapChange),
  ];
  const volume =
    reaction.volumeRatio === null
      ? ''
      : `, on ${reaction.volumeRatio.toFixed(2)} times the volume of the 20 sessions before`;
  const inTheDay = `   ${percent(reaction.gapReturn)} from the base close to the open, ${percent(reaction.openToClose)} from the open to the close${volume}.`;
  return [...columns(head, [[closes, ...figures]], paint), inTheDay];
}

/** All windows; of an incomplete one, how far the tape reaches. */
export function windows(reaction: ReactionAnswer, paint: Paint): string[] {
  const rows = reaction.windows.map((window) => [
    `[${window.from},${window.to}]`,
    percent(window.return),
    percent(window.totalReturn),
    percent(window.abnormalReturn),
    signed(window.tStatistic, 2),
    billions(window.marketCapChange),
    window.complete ? '' : `incomplete: bars reach ${window.through ?? 'no session of it'}`,
  ]);
  return columns(['Window', 'return', 'total return', 'abnormal return', 't', 'market cap', ''], rows, paint);
}

/** The streak's part in a sentence. */
export function relation({ relation: kind, streak, begun }: ReactionAnswer): string {
  if (kind === null) return 'What became of the run is open: day 0 has no bar yet.';
  if (streak === null) return 'No run was in force, and none began: day 0 was unchanged.';
  if (kind === 'began') return `Day 0 began a ${runOf(streak)}.`;
  if (kind === 'extended')
    return `Day 0 extended a ${kindOf(streak)} of ${plural(streak.lengthAtBase, 'session')} to ${streak.length} (${figuresOf(streak)}).`;
  const next = begun === null ? '' : ` and began a ${runOf(begun)}`;
  return `Day 0 ended a ${runOf(streak)}${next}.`;
}

function runOf(run: RunAnswer): string {
  return `${kindOf(run)} of ${plural(run.length, 'session')} (${figuresOf(run)})`;
}

function kindOf(run: RunAnswer): string {
  return run.direction === 'falling' ? 'fall' : 'rise';
}

function figuresOf(run: RunAnswer): string {
  const span = run.start === run.end ? run.start : `${run.start} to ${run.end}`;
  return `${span}, ${percent(run.return)}, ${billions(run.marketCapChange)}${openEnd(run)}`;
}

function openEnd(run: RunAnswer): string {
  return run.inForce ? ', still in force where the tape ends' : '';
}

/** What to know before believing the figures. */
export function noteText(note: NoteAnswer, nameOf: (id: unknown) => string): string {
  const other = nameOf(note['of']);
  const window = (each: { from: number; to: number }) => `[${each.from},${each.to}]`;
  switch (note.code) {
    case 'announcementInWindow':
      return `another announcement lies in ${(note['windows'] as { from: number; to: number }[]).map(window).join(' ')}, on day ${signed(Number(note['day']), 0)}: ${other}`;
    case 'announcementInEstimationWindow':
      return `the market model was estimated on days that contain another announcement, on day ${signed(Number(note['day']), 0)}: ${other}`;
    case 'announcementOnDay0':
      return `another announcement shares this day 0: ${other}`;
    default: {
      const { code, ...details } = note;
      return Object.keys(details).length === 0 ? code : `${code} ${JSON.stringify(details)}`;
    }
  }
}
