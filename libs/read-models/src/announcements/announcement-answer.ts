import {
  type Amendment,
  type AnnouncementRecord,
  certaintyOf,
  instrumentsConcerned,
  type Measure,
  type Moment,
  type MomentCertainty,
  type Subject,
} from '@streakline/events';
import { surpriseOf } from '@streakline/dossiers';
import type { CutView } from '../cut-view';
import { type NameOn, readNames } from '../instrument-refs';
import type { AmendmentAnswer, AnnouncementAnswer, MeasureAnswer, SubjectAnswer } from './announcements.answers';

/** Shows announcements with their listed subjects under the symbols in force at the time. */
export async function announcementAnswers(
  view: CutView,
  records: readonly AnnouncementRecord[],
): Promise<readonly AnnouncementAnswer[]> {
  const nameOn = await readNames(view, records.flatMap(instrumentsConcerned));
  return records.map((record) => answerOf(record, nameOn));
}

function answerOf(
  { original, amendments, retraction, ...record }: AnnouncementRecord,
  nameOn: NameOn,
): AnnouncementAnswer {
  const { kind, headline, moment, subjects, amounts, sources, relations, period, measures } = original;
  return {
    ...record,
    kind,
    headline,
    ...momentFields(moment),
    subjects: subjectsOf(subjects, moment, nameOn),
    amounts,
    sources,
    relations,
    period: period ?? null,
    measures: measuresOf(measures),
    amendments: amendments.map((amendment) => amendmentOf(amendment, nameOn)),
    retraction: retraction ?? null,
  };
}

function amendmentOf({ moment, subjects, measures, ...terms }: Amendment, nameOn: NameOn): AmendmentAnswer {
  return {
    ...terms,
    ...momentFields(moment),
    ...(subjects === undefined ? {} : { subjects: subjectsOf(subjects, moment, nameOn) }),
    measures: measuresOf(measures),
  };
}

function measuresOf(measures: readonly Measure[] = []): readonly MeasureAnswer[] {
  return measures.map((measure) => ({ ...measure, surprise: surpriseOf(measure) }));
}

function subjectsOf(subjects: readonly Subject[], moment: Moment, nameOn: NameOn): readonly SubjectAnswer[] {
  const date = 'at' in moment ? moment.at.slice(0, 10) : moment.on;
  return subjects.map((subject) =>
    'instrumentId' in subject ? { instrument: nameOn(subject.instrumentId, date), ...subject } : subject,
  );
}

interface MomentFields {
  readonly announcedAt?: string;
  readonly announcedOn?: string;
  readonly timing?: 'preMarket' | 'intraday' | 'afterClose';
  readonly certainty: MomentCertainty;
}

function momentFields(moment: Moment): MomentFields {
  const certainty = certaintyOf(moment);
  if ('at' in moment) return { announcedAt: moment.at, certainty };
  return { announcedOn: moment.on, ...(moment.timing === undefined ? {} : { timing: moment.timing }), certainty };
}
