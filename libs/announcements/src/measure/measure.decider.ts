import { isDeepStrictEqual } from 'node:util';
import {
  type AmendmentId,
  type AnnouncementId,
  AnnouncementMeasured,
  type AnnouncementRecord,
  type InstrumentId,
} from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { type ActOnRecord, actOf, withAct } from '../announcement/acts';
import { announcementFold, type AnnouncementState } from '../announcement/announcement-state';
import { unknownAnnouncement } from '../announcement/find-announcement';
import { retractedRefusal } from '../announcement/retracted';
import { figuresOf } from '../figures/figures';
import { faultsWithMeasures, measureFaults } from '../figures/measure-faults';
import { latestInstant } from '../moment/instants';
import { exchangesIn, subjectsInForce } from '../subjects/subjects-in-force';
import { contradiction, mergeMeasures } from './merge-measures';
import type { MeasureBody } from './measure.command';

export interface MeasuresToDecide {
  readonly announcementId: AnnouncementId;
  /** Whose figures they are: the original's (the announcement's id), or an amendment's. */
  readonly elementId: AnnouncementId | AmendmentId;
  readonly said: MeasureBody;
  /** Of the instruments that the announcement concerns. */
  readonly exchanges: ReadonlyMap<InstrumentId, Exchange>;
}

export const measureDecider: Decider<AnnouncementState, MeasuresToDecide> = {
  ...announcementFold,
  decide(command, { record }) {
    const { elementId, said } = command;
    const act = record === null ? undefined : actOf(record, elementId);
    if (record === null || act === undefined) return unknownAnnouncement(elementId);
    const exchanges = exchangesIn(subjectsInForce(record, elementId), command.exchanges);
    const faults = faultsOf(said, act, record, exchanges);
    if (faults.length > 0) return refuseFor('invalid', faults, 'invalidMeasures');
    const period = act.period ?? said.period;
    const { measures, conflicts } = mergeMeasures(act.measures ?? [], said.measures ?? [], inForce(period, record));
    const contradicted = said.period === undefined || said.period === period ? [] : [said.period];
    const all = [...contradicted.map((wanted) => contradiction('/period', wanted, period)), ...conflicts];
    if (all.length > 0) return refuseFor('conflict', all, 'measureContradicts');
    const figures = figuresOf({ period, measures });
    if (isDeepStrictEqual(figures, figuresOf(act))) return [];
    const announcement = withAct(record, elementId, figures);
    const event = AnnouncementMeasured.create(
      { announcement, measured: elementId, formerInstruments: [] },
      // Public with the act itself: a study as of that instant has them, whenever they were recorded.
      latestInstant(act.moment, exchanges),
    );
    return retractedRefusal(record) ?? [event];
  },
};

function faultsOf(
  said: MeasureBody,
  act: ActOnRecord,
  record: AnnouncementRecord,
  exchanges: readonly Exchange[],
): readonly Fault[] {
  if (said.period === undefined && (said.measures ?? []).length === 0) {
    const detail = 'Nothing is measured. Give the measures, the period that they are of, or both.';
    return [{ code: 'nothingMeasured', pointer: '', detail }];
  }
  const period = inForce(act.period ?? said.period, record);
  return [
    ...faultsWithMeasures({ period, measures: act.measures }, act.moment, exchanges),
    ...measureFaults({ ...said, period }, act.moment, exchanges),
  ];
}

/** An amendment that names no period is about that of what it amends. */
function inForce(period: string | undefined, { original }: AnnouncementRecord): string | undefined {
  return period ?? original.period;
}
