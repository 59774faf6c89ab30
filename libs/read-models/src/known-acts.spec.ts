import { addEvent, emptyDossier, knownBy } from '@streakline/dossiers';
import { type AnnouncementRecord, idOf, InstrumentListed, type InstrumentId, type Moment } from '@streakline/events';
import type { Identity } from './identity-at';
import { publicPartOf } from './known-acts';

const NEW_YORK = idOf('ins', ['acts', 'XNAS']);
const LONDON = idOf('ins', ['acts', 'XLON']);

function identityOf(instrumentId: InstrumentId, mic: string): Identity {
  const { keys, ...event } = InstrumentListed.create({ instrumentId, symbol: 'X', mic, name: 'X', currency: 'USD' });
  const dossier = emptyDossier(instrumentId);
  const recorded = { position: 1, id: 'id', streamId: 'stream', streamVersion: 1, knownAt: 0, recordedAt: 0 };
  addEvent(dossier, { ...event, ...recorded, keys, correlationId: 'c', causationId: null });
  const known = knownBy(dossier);
  if (known === null) throw new Error('It is listed.');
  return known;
}

const identities = new Map([
  [NEW_YORK, identityOf(NEW_YORK, 'XNAS')],
  [LONDON, identityOf(LONDON, 'XLON')],
]);

function announced(
  moment: Moment,
  subjects: readonly InstrumentId[],
  amendments: AnnouncementRecord['amendments'] = [],
) {
  const listed = subjects.map((instrumentId) => ({ instrumentId, role: 'issuer' }));
  const terms = { kind: 'deal' as const, headline: 'A deal', amounts: [], sources: [], relations: [] };
  const original = { ...terms, moment, subjects: [...listed, { name: 'Private Ltd', role: 'counterparty' }] };
  return { id: idOf('ann', ['acts']), original, amendments };
}

/** The first millisecond at which something of it was public. */
function publicFrom(record: AnnouncementRecord, about: string): void {
  const asOf = Date.parse(about);
  expect(publicPartOf(record, { asOf: asOf - 1 }, identities)).toBeUndefined();
  expect(publicPartOf(record, { asOf }, identities)?.acts).toEqual(new Set([record.id]));
}

describe('what of an announcement was public at an instant', () => {
  it('an instant is public then', () => {
    publicFrom(announced({ at: '2026-01-14T13:00:00Z' }, [LONDON]), '2026-01-14T13:00:00Z');
  });

  it('a part of a day is, when it is over on the exchanges of all its subjects', () => {
    // London opens at 08:00 UTC in winter, New York at 14:30.
    const beforeTheOpen = { on: '2026-01-14', timing: 'preMarket' as const };
    publicFrom(announced(beforeTheOpen, [LONDON]), '2026-01-14T07:59:59.999Z');
    publicFrom(announced(beforeTheOpen, [LONDON, NEW_YORK]), '2026-01-14T14:29:59.999Z');
  });

  it('a date without listed subjects is, when it has ended everywhere', () => {
    publicFrom(announced({ on: '2026-01-14' }, []), '2026-01-15T11:59:59.999Z');
    publicFrom(announced({ on: '2026-01-14' }, [idOf('ins', ['not', 'on record'])]), '2026-01-15T11:59:59.999Z');
  });

  it('an amendment is by its own moment, and by the subjects that it leaves as they were', () => {
    const amendment = { id: idOf('amd', ['acts']), moment: { on: '2026-01-14', timing: 'preMarket' as const } };
    const record = announced({ at: '2026-01-13T13:00:00Z' }, [NEW_YORK], [amendment]);
    const partAt = (asOf: string) => publicPartOf(record, { asOf: Date.parse(asOf) }, identities)?.record.amendments;
    expect(partAt('2026-01-14T14:29:59.998Z')).toEqual([]);
    expect(partAt('2026-01-14T14:29:59.999Z')).toEqual([amendment]);
  });
});
