import { moneyChange } from '../../../words/money';
import { percent, signed } from '../../../words/numbers';
import { day } from '../../../words/times';
import type { Reaction } from '../answers';
import type { Piece } from './figured';
import { runOf } from './run-words';

type Told = Pick<
  Reaction,
  | 'assumed'
  | 'day0'
  | 'return'
  | 'abnormalReturn'
  | 'tStatistic'
  | 'relation'
  | 'streak'
  | 'begun'
  | 'resumedOn'
  | 'resumptionReturn'
>;

/** What the tape did, in two or three sentences made of figures. Nothing in them says "caused". */
export function leadOf(reaction: Told): readonly Piece[] {
  if (reaction.day0 === null) return ["Day 0 lies outside the exchange's calendar: there are no figures."];
  return [...dayZero(reaction, reaction.day0), ...relationOf(reaction)];
}

function dayZero(reaction: Told, session: string): readonly Piece[] {
  const dated = `Day 0 is ${reaction.assumed ? 'taken to be ' : ''}${day(session)}`;
  if (reaction.return !== null) return [`${dated}: `, change(reaction.return), ...abnormal(reaction), '. '];
  if (reaction.resumedOn !== null) return [`${dated}: it did not trade. `, ...resumption(reaction)];
  return [`${dated}, and has no bar yet: its figures come with its close. `];
}

function resumption({ resumedOn, resumptionReturn }: Told): readonly Piece[] {
  const dated = `Trading resumed on ${day(resumedOn)}`;
  if (resumptionReturn === null) return [`${dated}. `];
  return [`${dated}: `, change(resumptionReturn), ' from the last close before. '];
}

function abnormal({ abnormalReturn, tStatistic }: Told): readonly Piece[] {
  if (abnormalReturn === null) return [];
  return [', abnormal ', change(abnormalReturn), ` (t ${signed(tStatistic)})`];
}

function relationOf({ relation, streak, begun }: Told): readonly Piece[] {
  if (relation === null) return [];
  if (streak === null || relation === 'none') return ['No run was in force, and the close of day 0 was unchanged.'];
  if (relation === 'began') return [`It began ${runOf(streak, streak.length)}: `, ...figuresOf(streak), '.'];
  if (relation === 'ended') {
    const next = begun === null ? [] : [` and began ${runOf(begun, begun.length)} (`, ...figuresOf(begun), ')'];
    return [`It ended ${runOf(streak, streak.length)} (`, ...figuresOf(streak), ')', ...next, '.'];
  }
  const soFar = streak.inForce ? ' so far' : '';
  return [
    `It extended ${runOf(streak, streak.lengthAtBase)} to ${streak.length}${soFar}; `,
    `${streak.lengthFromDay0} of the ${streak.length} came from day 0 on.`,
  ];
}

function figuresOf(run: NonNullable<Told['streak']>): readonly Piece[] {
  const money: Piece[] =
    run.marketCapChange === null
      ? []
      : [', ', { figure: moneyChange(run.marketCapChange), value: run.marketCapChange }];
  return [change(run.return), ...money, ...(run.inForce ? [', still in force'] : [])];
}

function change(value: number): Piece {
  return { figure: percent(value), value };
}
