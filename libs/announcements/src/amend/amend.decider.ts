import {
  type AmendmentId,
  type Amendment,
  AnnouncementAmended,
  type AnnouncementId,
  type AnnouncementRecord,
  idOf,
  type InstrumentId,
  type Moment,
} from '@streakline/events';
import { type Decider, type Fault, type Refusal, refuseFor } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { announcementFold, type AnnouncementState } from '../announcement/announcement-state';
import { unknownAnnouncement } from '../announcement/find-announcement';
import { retractedRefusal } from '../announcement/retracted';
import { figuresOf } from '../figures/figures';
import { measureFaults } from '../figures/measure-faults';
import { latestInstant } from '../moment/instants';
import { momentFaults, orderFault } from '../moment/moment-faults';
import { isMoment, momentOf } from '../moment/moment-fields';
import { type CheckedSubjects, checkSubjects } from '../subjects/check-subjects';
import type { LookedUpSubject } from '../subjects/look-up-subjects';
import { exchangesIn, subjectsInForce } from '../subjects/subjects-in-force';
import { differences } from '../terms/differences';
import type { AmendBody } from './amend.command';

export interface AmendmentToDecide {
  readonly announcementId: AnnouncementId;
  readonly said: AmendBody;
  /** Undefined: the amendment leaves them as they were. */
  readonly subjects: readonly LookedUpSubject[] | undefined;
  /** Of the instruments that the announcement concerns so far. */
  readonly exchanges: ReadonlyMap<InstrumentId, Exchange>;
  /** Epoch milliseconds. */
  readonly now: number;
}

export const amendDecider: Decider<AnnouncementState, AmendmentToDecide> = {
  ...announcementFold,
  decide(command, state) {
    const { record } = state;
    if (record === null) return unknownAnnouncement(command.announcementId);
    const moment = momentOf(command.said);
    const checked = command.subjects === undefined ? undefined : checkSubjects(command.subjects);
    const exchanges = checked?.exchanges ?? exchangesIn(subjectsInForce(record), command.exchanges);
    const faults = faultsOf(command, record, { moment, checked, exchanges });
    if (faults.length > 0 || !isMoment(moment)) return refuseFor('invalid', faults, 'invalidAmendment');
    const amendment = amendmentOf(command, moment, checked);
    const said = saidBefore(command.said, amendment, state);
    if (said !== undefined) return said;
    const announcement = { ...record, amendments: [...record.amendments, amendment] };
    const event = AnnouncementAmended.create(
      { announcement, amendmentId: amendment.id, formerInstruments: [] },
      latestInstant(moment, exchanges),
    );
    return retractedRefusal(record) ?? [event];
  },
};

/** Deterministic, so that racing and repeated requests name one amendment. */
export function amendmentIdFor(announcementId: AnnouncementId, moment: Moment): AmendmentId {
  const when = 'at' in moment ? [moment.at] : [moment.on, moment.timing ?? null];
  return idOf('amd', [announcementId, ...when]);
}

interface Read {
  readonly moment: Moment | Fault;
  readonly checked: CheckedSubjects | undefined;
  readonly exchanges: readonly Exchange[];
}

function faultsOf(
  { said, now }: AmendmentToDecide,
  record: AnnouncementRecord,
  { moment, checked, exchanges }: Read,
): readonly Fault[] {
  const terms = [checked, said.headline, said.amounts, said.sources, said.period, said.measures?.[0]];
  const empty = terms.every((each) => each === undefined);
  const detail =
    'An amendment changes the headline, the subjects, the amounts, the sources or the figures. Give at least one of them.';
  return [
    ...(isMoment(moment) ? whenFaults(said, moment, record, { exchanges, now }) : [moment]),
    ...(checked?.faults ?? []),
    ...(empty ? [{ code: 'nothingAmended', pointer: '', detail }] : []),
  ];
}

function whenFaults(
  { period, measures }: AmendBody,
  moment: Moment,
  { original }: AnnouncementRecord,
  { exchanges, now }: { readonly exchanges: readonly Exchange[]; readonly now: number },
): readonly Fault[] {
  const faults = momentFaults(moment, exchanges, now);
  if (faults.length > 0) return faults;
  const early = orderFault(moment, original.moment, exchanges);
  if (early !== undefined) return [early];
  return measureFaults({ period: period ?? original.period, measures }, moment, exchanges);
}

function amendmentOf(
  { announcementId, said }: AmendmentToDecide,
  moment: Moment,
  checked: CheckedSubjects | undefined,
): Amendment {
  const { headline, amounts, sources, period, measures } = said;
  return {
    id: amendmentIdFor(announcementId, moment),
    moment,
    ...(headline === undefined ? {} : { headline }),
    ...(checked === undefined ? {} : { subjects: [...checked.subjects] }),
    ...(amounts === undefined ? {} : { amounts }),
    ...(sources === undefined ? {} : { sources }),
    ...figuresOf({ period, measures }),
  };
}

/** As for announcements: what was first said of this moment, or what stands now, may be said again. */
function saidBefore(
  said: AmendBody,
  amendment: Amendment,
  { record, amendmentsFirstSaid }: AnnouncementState,
): readonly never[] | Refusal | undefined {
  const first = amendmentsFirstSaid.get(amendment.id);
  if (first === undefined) return undefined;
  const { id: _, ...statement } = amendment;
  const present = record?.amendments.find(({ id }) => id === amendment.id) ?? first;
  if (differences(said, statement, first).length === 0) return [];
  const conflicts = differences(said, statement, present);
  return conflicts.length === 0 ? [] : refuseFor('conflict', conflicts, 'announcementContradicts');
}
