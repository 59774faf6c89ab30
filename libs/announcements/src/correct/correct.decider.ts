import { isDeepStrictEqual } from 'node:util';
import {
  type AmendmentId,
  AnnouncementCorrected,
  type AnnouncementId,
  type AnnouncementRecord,
  type InstrumentId,
  instrumentsConcerned,
  type Moment,
} from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { actOf, withAct } from '../announcement/acts';
import { announcementFold, type AnnouncementState } from '../announcement/announcement-state';
import { unknownAnnouncement } from '../announcement/find-announcement';
import { retractedRefusal } from '../announcement/retracted';
import { faultsWithMeasures, measureFaults } from '../figures/measure-faults';
import { latestInstant } from '../moment/instants';
import { momentFaults, orderFault } from '../moment/moment-faults';
import { isMoment } from '../moment/moment-fields';
import { type CheckedSubjects, checkSubjects } from '../subjects/check-subjects';
import type { LookedUpSubject } from '../subjects/look-up-subjects';
import { exchangesIn, subjectsInForce } from '../subjects/subjects-in-force';
import { relationFaults } from '../terms/look-up-relations';
import type { CorrectBody } from './correct.command';
import { correctedMoment } from './corrected-moment';
import { correctionsOf } from './corrections';

export interface CorrectionToDecide {
  readonly announcementId: AnnouncementId;
  /** What is corrected: the original (the announcement's id), or an amendment. */
  readonly elementId: AnnouncementId | AmendmentId;
  readonly said: CorrectBody;
  /** Undefined: they stay as they are. */
  readonly subjects: readonly LookedUpSubject[] | undefined;
  /** Of the instruments that the announcement concerns so far. */
  readonly exchanges: ReadonlyMap<InstrumentId, Exchange>;
  readonly unknownRelated: ReadonlySet<string>;
  /** Epoch milliseconds. */
  readonly now: number;
}

export const correctDecider: Decider<AnnouncementState, CorrectionToDecide> = {
  ...announcementFold,
  decide(command, { record }) {
    const { elementId, said } = command;
    const element = record === null ? undefined : actOf(record, elementId);
    if (record === null || element === undefined) return unknownAnnouncement(elementId);
    const moment = correctedMoment(said, element.moment);
    const checked = command.subjects === undefined ? undefined : checkSubjects(command.subjects);
    if (!isMoment(moment)) return refuseFor('invalid', [moment, ...fieldFaults(command, checked)], 'invalidCorrection');
    const announcement = withAct(record, elementId, correctionsOf(said, element, moment, checked));
    const exchanges = checked?.exchanges ?? exchangesIn(subjectsInForce(announcement, elementId), command.exchanges);
    const faults = [...fieldFaults(command, checked), ...whenFaults(command, announcement, moment, exchanges)];
    if (faults.length > 0) return refuseFor('invalid', faults, 'invalidCorrection');
    const retracted = retractedRefusal(record);
    if (retracted !== undefined) return retracted;
    if (isDeepStrictEqual(announcement, record)) return [];
    const disorder = orderFaults(announcement, elementId, exchanges);
    if (disorder.length > 0) return refuseFor('conflict', disorder, 'amendedBeforeAnnounced');
    return [correctedEvent(command, announcement, record, latestInstant(moment, exchanges))];
  },
};

/** Known at the instant of what it corrects, so that only a question as of an earlier recording shows the mistake. */
function correctedEvent(
  { elementId, said }: CorrectionToDecide,
  announcement: AnnouncementRecord,
  before: AnnouncementRecord,
  knownAt: number,
) {
  const concerned = new Set(instrumentsConcerned(announcement));
  const formerInstruments = instrumentsConcerned(before).filter((id) => !concerned.has(id));
  return AnnouncementCorrected.create(
    { announcement, formerInstruments, corrected: elementId, reason: said.reason },
    knownAt,
  );
}

/** Of the moment; else of the measures, which may not fit any more. */
function whenFaults(
  { elementId, said, now }: CorrectionToDecide,
  corrected: AnnouncementRecord,
  moment: Moment,
  exchanges: readonly Exchange[],
): readonly Fault[] {
  const faults = momentFaults(moment, exchanges, now);
  const act = actOf(corrected, elementId);
  if (faults.length > 0 || act === undefined) return faults;
  const figures = { period: act.period ?? corrected.original.period, measures: act.measures };
  const check = said.measures === undefined ? faultsWithMeasures : measureFaults;
  return check(figures, moment, exchanges);
}

function fieldFaults(
  { said, elementId, announcementId, unknownRelated }: CorrectionToDecide,
  checked: CheckedSubjects | undefined,
): readonly Fault[] {
  const { reason: _, ...fields } = said;
  const faults = [...(checked?.faults ?? []), ...relationFaults(said.relations ?? [], unknownRelated, announcementId)];
  if (Object.values<unknown>(fields).every((value) => value === undefined)) {
    faults.push({
      code: 'nothingCorrected',
      pointer: '',
      detail: 'A correction names at least one field beside the reason. Give the fields as they should have been.',
    });
  }
  if (elementId === announcementId) return faults;
  const foreign = (['kind', 'relations'] as const).filter((field) => said[field] !== undefined);
  const detail = 'An amendment has no such field. Correct the announcement itself, by its own id.';
  return [...faults, ...foreign.map((field) => ({ code: 'notOfAmendments', pointer: `/${field}`, detail }))];
}

/** Amendments still come after the original once its moment, or theirs, is corrected. */
function orderFaults(
  { id, original, amendments }: AnnouncementRecord,
  elementId: string,
  exchanges: readonly Exchange[],
): readonly Fault[] {
  const concerned = elementId === id ? amendments : amendments.filter((one) => one.id === elementId);
  return concerned.flatMap(({ moment }) => orderFault(moment, original.moment, exchanges) ?? []).slice(0, 1);
}
