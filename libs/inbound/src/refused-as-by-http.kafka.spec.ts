import { describeWithKafka, until } from '@streakline/testing';
import { type Inlet, makeInboundTopics, type InboundTopics } from '../test/inbound-topics';
import { anAnnouncement, binary, type Said, someBars, structured } from '../test/records';
import { startWriteSide, type WriteSide } from '../test/write-side';
import { priceTypes } from './commands/inbound-types';

const NOBODY = `ann_${'0'.repeat(32)}`;
const ON_RECORD = { ...anAnnouncement, source: 'us', externalId: '1' };
const RETRACTED = { ...anAnnouncement, source: 'us', externalId: '2' };

/** One refusal of each kind: what it is about, the type, the subject, the route, and the data. */
interface Refused {
  readonly about: string;
  readonly type: string;
  readonly subject?: string;
  readonly path: string;
  readonly data: unknown;
}

const announce = (about: string, data: unknown): Refused => ({
  about,
  type: 'streakline.announce.v1',
  path: '/v1/announcements',
  data,
});
const recordBars = (about: string, data: unknown, subject = 'XNAS:AMZN'): Refused => ({
  about,
  type: 'streakline.record-bars.v1',
  subject,
  path: `/v1/instruments/${subject}/bars`,
  data,
});
const ofInstrument = (about: string, act: string, route: string, data: unknown): Refused => ({
  about,
  type: `streakline.${act}.v1`,
  subject: 'XNAS:AMZN',
  path: `/v1/instruments/XNAS:AMZN/${route}`,
  data,
});
const later = (about: string, act: readonly [string, string], subject: string, data: unknown): Refused => ({
  about,
  type: `streakline.${act[0]}.v1`,
  subject,
  path: `/v1/announcements/${subject}/${act[1]}`,
  data,
});
const [AMEND, CORRECT, RETRACT] = [
  ['amend', 'amendments'],
  ['correct', 'corrections'],
  ['retract', 'retraction'],
] as const;
const manyFaults = Array.from({ length: 150 }, () => ({ session: '2026-02-26' }));

const refusals = (onRecord: string, retracted: string): readonly Refused[] => [
  announce('no fields at all', {}),
  announce('a list', []),
  announce('an unknown field', { ...anAnnouncement, colour: 'red' }),
  announce('an unknown instrument', { ...anAnnouncement, subjects: [{ instrument: 'XNAS:NONE', role: 'issuer' }] }),
  announce('a day that is none', { ...anAnnouncement, announcedOn: '2026-02-30' }),
  announce('a natural key that said something else', { ...ON_RECORD, headline: 'Another' }),
  announce('a relation to nobody', { ...anAnnouncement, relations: [{ kind: 'expands', to: NOBODY }] }),
  announce('text that is not storable', { ...anAnnouncement, headline: 'a\0b' }),
  later('to amend nobody', AMEND, NOBODY, { announcedOn: '2026-03-02', headline: 'More' }),
  later('to amend nonsense', AMEND, 'nonsense', { announcedOn: '2026-03-02', headline: 'More' }),
  later('to amend before the original', AMEND, onRecord, { announcedOn: '2020-03-02', headline: 'More' }),
  later('to correct nothing', CORRECT, onRecord, { reason: 'none' }),
  later('to correct what is retracted', CORRECT, retracted, { reason: 'late', headline: 'Less' }),
  later('to retract without a reason', RETRACT, onRecord, { reason: ' ' }),
  later('to retract nobody', RETRACT, NOBODY, { reason: 'a hoax' }),
  recordBars('an unknown instrument', someBars, 'XNAS:NONE'),
  recordBars('a session that is none', { ...someBars, bars: [{ session: '2026-02-28', close: 1 }] }),
  recordBars('a bar that contradicts', { ...someBars, bars: [{ session: '2026-02-26', close: 1 }] }),
  recordBars('prices that do not fit', { ...someBars, bars: [{ session: '2026-03-02', high: 1, low: 2, close: 3 }] }),
  recordBars('more faults than are listed', { ...someBars, bars: manyFaults }),
  ofInstrument('a halt that ends first', 'record-halt', 'halts', {
    from: '2026-02-26T16:00:00Z',
    to: '2026-02-26T15:00:00Z',
  }),
  ofInstrument('a last session that is none', 'record-delisting', 'delistings', {
    lastSession: '2026-02-28',
    reason: 'other',
  }),
  ofInstrument('a distribution of nothing', 'record-distribution', 'distributions', {
    exDate: '2026-02-26',
    kind: 'spinOff',
    value: 0,
  }),
  ofInstrument('a plan without a day', 'schedule-announcement', 'scheduled-announcements', { kind: 'earnings' }),
  ofInstrument('no observation', 'record-observations', 'observations', { observations: [] }),
];

describeWithKafka('refusals of inbound records', (kafka) => {
  let writing: WriteSide;
  let inlets: InboundTopics;
  let refused: readonly Refused[];
  beforeAll(async () => {
    [writing, inlets] = await Promise.all([startWriteSide(), makeInboundTopics(kafka())]);
    await writing.post('/v1/instruments', { symbol: 'AMZN', mic: 'XNAS', name: 'Amazon', currency: 'USD' });
    await writing.post('/v1/instruments/XNAS:AMZN/bars', someBars);
    const [onRecord, retracted] = [await announced(ON_RECORD), await announced(RETRACTED)];
    await writing.post(`/v1/announcements/${retracted}/retraction`, { reason: 'a hoax' });
    refused = refusals(onRecord, retracted);
    inlets.start({ execute: writing.execute });
  });
  afterAll(async () => {
    await inlets.close();
    await writing.close();
  });

  const announced = async (body: object) => String((await writing.post('/v1/announcements', body))['id']);
  const inletOf = ({ type }: Refused): Inlet =>
    priceTypes.some((taken) => taken.type === type) ? 'inboundPrices' : 'inboundAnnouncements';
  /** Problems by the ids of their events, without the request's id. */
  const problems = () =>
    new Map(
      inlets.letters.map(({ headers }) => {
        const { requestId, ...problem } = JSON.parse(headers['streakline-problem'] ?? '');
        expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
        return [headers['test'] ?? headers['ce_id'], problem];
      }),
    );

  it.each([
    ['binary', binary],
    ['structured', structured],
  ])('carry the very problem that HTTP answers, in %s mode', async (mode, write) => {
    const head = await writing.store.head();
    const said = refused.map(({ type, subject, data }, index): Said => ({
      type,
      subject,
      data,
      id: `${mode} ${index}`,
    }));
    for (const [index, each] of refused.entries()) {
      const record = write(said[index]);
      const named = [...record.headers, ['test', Buffer.from(`${mode} ${index}`)] as const];
      await inlets.send(inletOf(each), { ...record, headers: named });
    }
    await inlets.nextEnds(refused.length);
    await until(
      'all letters',
      () => problems().has(`${mode} ${refused.length - 1}`) && problems().size >= refused.length,
    );
    for (const [index, { about, path, data }] of refused.entries()) {
      const { requestId, ...expected } = await writing.post(path, JSON.stringify(data));
      expect(requestId).toBeDefined();
      await until(`the letter about ${about}`, () => problems().has(`${mode} ${index}`));
      expect({ about, ...problems().get(`${mode} ${index}`) }).toEqual({ about, ...expected });
    }
    expect(await writing.store.head()).toBe(head);
  });

  it('point at the place of malformed JSON as HTTP does', async () => {
    const text = '{\n  "kind": "deal",\n  "subjects": [{]\n}';
    const before = inlets.letters.length;
    await inlets.send('inboundAnnouncements', binary({ id: 'malformed' }, { value: Buffer.from(text) }));
    expect(await inlets.nextEnds(1)).toEqual(['malformedJson']);
    await until('its letter', () => inlets.letters.length > before);
    const { requestId, ...expected } = await writing.post('/v1/announcements', text);
    expect(requestId).toBeDefined();
    expect(problems().get('malformed')).toEqual(expected);
  });
});
