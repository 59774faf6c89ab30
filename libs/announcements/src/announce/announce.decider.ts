import { AnnouncementMade, type AnnouncementId, type Moment, type Terms } from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { announcementFold, type AnnouncementState } from '../announcement/announcement-state';
import { figuresOf } from '../figures/figures';
import { measureFaults } from '../figures/measure-faults';
import { latestInstant } from '../moment/instants';
import { momentFaults } from '../moment/moment-faults';
import { isMoment, momentOf } from '../moment/moment-fields';
import { type CheckedSubjects, checkSubjects } from '../subjects/check-subjects';
import type { LookedUpSubject } from '../subjects/look-up-subjects';
import { differences } from '../terms/differences';
import { relationFaults } from '../terms/look-up-relations';
import type { AnnounceBody } from './announce.command';

export interface AnnouncementToDecide {
  readonly announcementId: AnnouncementId;
  readonly said: AnnounceBody;
  readonly subjects: readonly LookedUpSubject[];
  /** Ids among the relations that are not on record. */
  readonly unknownRelated: ReadonlySet<string>;
  /** Epoch milliseconds. */
  readonly now: number;
}

export const announceDecider: Decider<AnnouncementState, AnnouncementToDecide> = {
  ...announcementFold,
  decide(command, state) {
    const checked = checkSubjects(command.subjects);
    const moment = momentOf(command.said);
    const faults = faultsOf(command, checked, moment);
    if (faults.length > 0 || !isMoment(moment)) return refuseFor('invalid', faults, 'invalidAnnouncement');
    const terms = termsOf(command.said, moment, checked);
    if (state.record !== null) return saidAgain(command.said, terms, state);
    const { source, externalId } = command.said;
    const announcement = {
      id: command.announcementId,
      ...(source === undefined ? {} : { source }),
      ...(externalId === undefined ? {} : { externalId }),
      original: terms,
      amendments: [],
    };
    return [AnnouncementMade.create({ announcement, formerInstruments: [] }, latestInstant(moment, checked.exchanges))];
  },
};

function faultsOf(
  { said, unknownRelated, announcementId, now }: AnnouncementToDecide,
  checked: CheckedSubjects,
  moment: Moment | Fault,
): readonly Fault[] {
  const faults = [
    ...(isMoment(moment) ? whenFaults(said, moment, checked.exchanges, now) : [moment]),
    ...checked.faults,
    ...relationFaults(said.relations ?? [], unknownRelated, announcementId),
  ];
  if (said.externalId === undefined || said.source !== undefined) return faults;
  const detail = 'An id is unique only within its source. Give the source, or leave externalId out.';
  return [...faults, { code: 'externalIdWithoutSource', pointer: '/externalId', detail }];
}

/** Of a moment that the calendars do not know, nothing can be said to come before it. */
function whenFaults(said: AnnounceBody, moment: Moment, exchanges: readonly Exchange[], now: number): readonly Fault[] {
  const faults = momentFaults(moment, exchanges, now);
  return faults.length > 0 ? faults : measureFaults(said, moment, exchanges);
}

function termsOf(
  { kind, headline, amounts = [], sources = [], relations = [], period, measures }: AnnounceBody,
  moment: Moment,
  { subjects }: CheckedSubjects,
): Terms {
  return {
    kind,
    headline,
    moment,
    subjects: [...subjects],
    amounts,
    sources,
    relations,
    ...figuresOf({ period, measures }),
  };
}

/** What was first said, or what stands after corrections, may be said again; anything else is a contradiction. */
function saidAgain(said: AnnounceBody, terms: Terms, { record, termsFirstSaid }: AnnouncementState) {
  const { kind, headline, moment, subjects } = terms;
  const { amounts, sources, relations, period, measures } = said;
  const statement = { moment, kind, headline, subjects, amounts, sources, relations, period, measures };
  const first = termsFirstSaid === null ? [] : differences(said, statement, termsFirstSaid);
  const present = record === null ? [] : differences(said, statement, record.original);
  return first.length === 0 || present.length === 0 ? [] : refuseFor('conflict', present, 'announcementContradicts');
}
