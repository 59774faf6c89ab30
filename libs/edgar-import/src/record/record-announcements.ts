import { Amend, Announce, Correct } from '@streakline/announcements';
import type { EdgarPlan, PlannedAmendment, PlannedAnnouncement } from '@streakline/edgar';
import { isRefusal, type Refusal } from '@streakline/event-store';
import type { AnnouncementId, AmendmentId, Moment } from '@streakline/events';
import {
  type ActOnRecord,
  announcementIdOf,
  announcementOnRecord,
  BETTER_KNOWN,
  compareTimes,
  EDGAR_SOURCE,
  hasFiling,
  isImported,
  type OnRecord,
  sameMoment,
} from './on-record';
import { contextOf, count, type Recorder } from './recorder';
import { sameReport } from './same-report';
import type { Tally } from './outcome';

/** Commands on their way at a time: each announcement is a stream of its own, and the store takes them in one go. */
const IN_FLIGHT = 16;

/** Announces what filings told, the oldest first; then amends. */
export async function recordAnnouncements(recorder: Recorder, plan: EdgarPlan): Promise<void> {
  const others = await sameReport(recorder);
  await inFlight(plan.announcements, async (planned) => {
    if (recorder.signal?.aborted) return;
    const other = others(planned);
    if (other === undefined) await announce(recorder, planned);
    else {
      recorder.outcome.announcements.before += 1;
      recorder.outcome.notes.push(other);
    }
    recorder.onDone();
  });
  // Those of one announcement follow each other.
  for (const planned of plan.amendments) {
    if (recorder.signal?.aborted) return;
    await amend(recorder, planned);
    recorder.onDone();
  }
}

async function inFlight<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) await work(next.value);
  };
  const settled = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, worker));
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
}

async function announce(recorder: Recorder, planned: PlannedAnnouncement): Promise<void> {
  const { accession, kind, headline, moment, sources } = planned;
  const tally = recorder.outcome.announcements;
  const subjects = recorder.instruments.map(({ instrumentId }) => ({ instrument: instrumentId, role: 'issuer' }));
  const body = { kind, headline, ...momentBody(moment), subjects, source: EDGAR_SOURCE, externalId: accession };
  const answer = await recorder.execute(new Announce({ ...body, sources: [...sources] }, contextOf(recorder)));
  if (!isRefusal(answer) || answer.code !== 'announcementContradicts') {
    count(recorder, tally, accession, answer);
    return;
  }
  const id = announcementIdOf(accession);
  const known = await announcementOnRecord(recorder.store, id);
  if (known === undefined || (isImported(known.record.original, planned) && !isAboutTime(answer))) {
    count(recorder, tally, accession, answer);
  } else await settle(recorder, tally, { id, planned, known, act: known.record.original });
}

/** What is corrected by itself: an import's own kind or headline that no longer fits is told. */
function isAboutTime({ errors }: Refusal): boolean {
  return errors.every(({ pointer }) => /^\/(announced|timing|sources)/.test(pointer));
}

async function amend(recorder: Recorder, planned: PlannedAmendment): Promise<void> {
  const { accession, amends, headline, moment, sources } = planned;
  const tally = recorder.outcome.amendments;
  const announcementId = announcementIdOf(amends);
  const known = await announcementOnRecord(recorder.store, announcementId);
  if (known === undefined) {
    const reason = `it amends ${amends}, which is not on record: it was refused, or left out`;
    recorder.outcome.refused.push({ where: accession, reason });
    return;
  }
  // Its own id follows from its moment, which may be known better now: its filing tells which one it is.
  const own = known.record.amendments.find((one) => hasFiling(one, planned));
  if (own !== undefined) {
    await settle(recorder, tally, { id: own.id, planned, known, act: own });
    return;
  }
  const body = { ...momentBody(moment), headline, sources: [...sources] };
  count(recorder, tally, accession, await recorder.execute(new Amend(announcementId, body, contextOf(recorder))));
}

interface ToSettle {
  /** Of the announcement or the amendment. */
  readonly id: AnnouncementId | AmendmentId;
  readonly planned: PlannedAnnouncement;
  readonly known: OnRecord;
  readonly act: ActOnRecord;
}

/**
 * The filing is on record, and its time there is another one. What an import recorded is corrected where more is known
 * now, and stays where less is; contradictions at the same sureness are told. What people recorded, or corrected, stands.
 */
async function settle(recorder: Recorder, tally: Tally, { id, planned, known, act }: ToSettle): Promise<void> {
  const { record, correctedByHand } = known;
  const differ = `on record as ${id} stands ${inWords(act.moment)}, and the files say ${inWords(planned.moment)}`;
  if (record.retraction !== undefined || correctedByHand.has(id)) tally.before += 1;
  else if (!isImported(act, planned)) {
    tally.before += 1;
    const note = `${planned.form} ${planned.accession}: ${differ}. It was recorded by somebody, and is left as it is.`;
    if (!sameMoment(planned, act)) recorder.outcome.notes.push(note);
  } else {
    const comparison = compareTimes(planned, act);
    if (comparison === 'better') await correct(recorder, tally, id, planned);
    else if (comparison !== 'contradicts') tally.before += 1;
    else recorder.outcome.refused.push({ where: planned.accession, reason: differ });
  }
}

async function correct(
  recorder: Recorder,
  tally: Tally,
  id: AnnouncementId | AmendmentId,
  { moment, sources, accession }: PlannedAnnouncement,
): Promise<void> {
  const reason = `${BETTER_KNOWN} ${sources[0]?.time?.from ?? 'another source'}.`;
  const timing = 'on' in moment && moment.timing === undefined ? { timing: null } : {};
  const body = { reason, ...momentBody(moment), ...timing, sources: [...sources] };
  const answer = await recorder.execute(new Correct(id, body, contextOf(recorder)));
  if (isRefusal(answer)) {
    count(recorder, tally, accession, answer);
    return;
  }
  tally.corrected += 1;
  recorder.outcome.position = Math.max(recorder.outcome.position, answer.position);
}

function inWords(moment: Moment): string {
  if ('at' in moment) return moment.at;
  return moment.timing === undefined ? moment.on : `${moment.on}, ${moment.timing}`;
}

function momentBody(moment: Moment) {
  if ('at' in moment) return { announcedAt: moment.at };
  return { announcedOn: moment.on, ...(moment.timing === undefined ? {} : { timing: moment.timing }) };
}
