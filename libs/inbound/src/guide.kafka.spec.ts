import { topicsOf } from '@streakline/event-log';
import { collect, describeWithKafka } from '@streakline/testing';
import { type Inlet, type InboundTopics, makeInboundTopics } from '../test/inbound-topics';
import { readGuide } from '../test/guide';
import { malformed } from '../test/malformed';
import { startWriteSide, type WriteSide } from '../test/write-side';
import { announcementTypes, priceTypes } from './commands/inbound-types';

const guide = readGuide();

describeWithKafka('docs/guides/kafka-inbound.md', (kafka) => {
  let writing: WriteSide;
  let inlets: InboundTopics;
  beforeAll(async () => {
    [writing, inlets] = await Promise.all([startWriteSide(), makeInboundTopics(kafka())]);
  });
  afterAll(async () => {
    await inlets.close();
    await writing.close();
  });

  it('has commands that work as typed', async () => {
    for (const { path, body } of guide.posts) expect(await writing.post(path, body)).toHaveProperty('position');
    const head = await writing.store.head();
    inlets.start({ execute: writing.execute });
    for (const { topic, record } of guide.records) {
      const names: readonly Inlet[] = ['inboundAnnouncements', 'inboundPrices'];
      const inlet = names.find((each) => topicsOf()[each].name === topic);
      if (inlet === undefined) throw new Error(`There is no topic ${topic}`);
      await inlets.send(inlet, record);
      expect(await inlets.nextEnds(1)).toEqual(['now']);
    }
    const stored = (await collect(writing.store, head)).map(({ type }) => type);
    expect(stored).toEqual(['BarsRecorded', 'AnnouncementMade', 'AnnouncementAmended']);
  });

  it('asks the query process for what came in: intake shows nothing', () => {
    expect(guide.gets).toEqual([{ port: '8081', path: '/v1/announcements' }]);
  });

  it('names every type that is taken and every code that a record may be refused with', () => {
    for (const { type } of [...announcementTypes, ...priceTypes]) expect(guide.text).toContain(`\`${type}\``);
    const codes = malformed.map(([, , , code]) => code).filter((code) => code !== 'invalidBody');
    for (const code of codes) expect(guide.text).toContain(`\`${code}\``);
  });
});
