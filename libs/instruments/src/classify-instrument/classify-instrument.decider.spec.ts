import { idOf, InstrumentClassified } from '@streakline/events';
import { given } from '@streakline/testing';
import { classifyInstrumentDecider } from './classify-instrument.decider';

const instrumentId = idOf('ins', ['amazon']);
const retail = { scheme: 'GICS', code: '25503030', name: 'Broadline Retail', from: '2023-03-20' };
const classified = (sector: { scheme: string; code: string; name?: string; from?: string }) =>
  InstrumentClassified.create({ instrumentId, ...sector });
const before = classified({ scheme: 'GICS', code: '25502020' });

describe('classifying an instrument', () => {
  it('puts it in a sector from a date on, beside those of other dates and schemes', () => {
    given(classifyInstrumentDecider, before).when({ instrumentId, said: retail }).thenSays(classified(retail));
    const sic = { scheme: 'SIC', code: '5961' };
    given(classifyInstrumentDecider, before).when({ instrumentId, said: sic }).thenSays(classified(sic));
  });

  it('again, with or without the name, was said before', () => {
    const { name: _, ...nameless } = retail;
    given(classifyInstrumentDecider, classified(retail)).when({ instrumentId, said: retail }).thenSaidBefore();
    given(classifyInstrumentDecider, classified(retail)).when({ instrumentId, said: nameless }).thenSaidBefore();
  });

  it('may name later what had a code alone', () => {
    const { name: _, ...nameless } = retail;
    given(classifyInstrumentDecider, classified(nameless))
      .when({ instrumentId, said: retail })
      .thenSays(classified(retail));
  });

  it('refuses another sector, or another name, of one scheme and date', () => {
    given(classifyInstrumentDecider, classified(retail))
      .when({ instrumentId, said: { ...retail, code: '45' } })
      .thenRefused('conflict', 'sectorContradicts', '/code');
    given(classifyInstrumentDecider, classified(retail))
      .when({ instrumentId, said: { ...retail, name: 'Retail' } })
      .thenRefused('conflict', 'sectorContradicts', '/name');
  });
});
