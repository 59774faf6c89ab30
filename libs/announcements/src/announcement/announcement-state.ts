import {
  type Amendment,
  AnnouncementAmended,
  AnnouncementCorrected,
  AnnouncementMade,
  AnnouncementMeasured,
  type AnnouncementRecord,
  AnnouncementRetracted,
  type RecordedEvent,
  type Terms,
} from '@streakline/events';

/** An announcement as it stands, and what was first said: saying that again is no contradiction after a correction. */
export interface AnnouncementState {
  readonly record: AnnouncementRecord | null;
  readonly termsFirstSaid: Terms | null;
  /** By id. */
  readonly amendmentsFirstSaid: ReadonlyMap<string, Amendment>;
  /** By the id of the announcement or amendment: the position at which it was first said. */
  readonly saidAt: ReadonlyMap<string, number>;
  /** By the same ids: the position of the newest correction. */
  readonly correctedAt: ReadonlyMap<string, number>;
  /** By the same ids: the position at which figures were last said. */
  readonly measuredAt: ReadonlyMap<string, number>;
  /** Position of the newest event. */
  readonly changedAt: number;
}

const nothingSaid: AnnouncementState = {
  record: null,
  termsFirstSaid: null,
  amendmentsFirstSaid: new Map(),
  saidAt: new Map(),
  correctedAt: new Map(),
  measuredAt: new Map(),
  changedAt: 0,
};

/** Folds the stream of an announcement. */
export const announcementFold = { initialState: nothingSaid, evolve };

function evolve(state: AnnouncementState, event: RecordedEvent): AnnouncementState {
  const { position } = event;
  if (AnnouncementMade.is(event)) {
    const record = event.data.announcement;
    return {
      ...state,
      record,
      termsFirstSaid: record.original,
      saidAt: new Map([[record.id, position]]),
      changedAt: position,
    };
  }
  if (AnnouncementAmended.is(event)) {
    const { announcement: record, amendmentId } = event.data;
    const amendment = record.amendments.find(({ id }) => id === amendmentId);
    if (amendment === undefined) return state;
    const amendmentsFirstSaid = new Map(state.amendmentsFirstSaid).set(amendmentId, amendment);
    return {
      ...state,
      record,
      amendmentsFirstSaid,
      saidAt: new Map(state.saidAt).set(amendmentId, position),
      changedAt: position,
    };
  }
  if (AnnouncementCorrected.is(event)) {
    const { announcement: record, corrected } = event.data;
    return { ...state, record, correctedAt: new Map(state.correctedAt).set(corrected, position), changedAt: position };
  }
  if (AnnouncementMeasured.is(event)) {
    const { announcement: record, measured } = event.data;
    return { ...state, record, measuredAt: new Map(state.measuredAt).set(measured, position), changedAt: position };
  }
  if (AnnouncementRetracted.is(event)) return { ...state, record: event.data.announcement, changedAt: position };
  return state;
}
