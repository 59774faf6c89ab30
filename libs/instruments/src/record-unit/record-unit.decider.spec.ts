import { idOf, UnitRecorded } from '@streakline/events';
import { given } from '@streakline/testing';
import { recordUnitDecider } from './record-unit.decider';

const instrumentId = idOf('ins', ['bp']);
const pence = { name: 'GBX', perCurrency: 100 };
const inPence = UnitRecorded.create({ instrumentId, priceUnit: pence });

describe('recording what a unit of trading is', () => {
  it('is said once', () => {
    given(recordUnitDecider)
      .when({ instrumentId, said: { priceUnit: pence } })
      .thenSays(inPence);
    given(recordUnitDecider, inPence)
      .when({ instrumentId, said: { priceUnit: pence } })
      .thenSaidBefore();
  });

  it('said again more fully keeps what it leaves out', () => {
    const receipt = UnitRecorded.create({ instrumentId, sharesPerUnit: 5, priceUnit: pence });
    given(recordUnitDecider, inPence)
      .when({ instrumentId, said: { sharesPerUnit: 5 } })
      .thenSays(receipt);
  });

  it('is changed by a later date, or by saying that what stands was wrong', () => {
    const receipt = UnitRecorded.create({ instrumentId, sharesPerUnit: 5, priceUnit: pence });
    given(recordUnitDecider, receipt)
      .when({ instrumentId, said: { sharesPerUnit: 10 } })
      .thenRefused('conflict', 'unitContradicts', '/sharesPerUnit');
    given(recordUnitDecider, receipt)
      .when({ instrumentId, said: { priceUnit: { ...pence, perCurrency: 1_000 } } })
      .thenRefused('conflict', 'unitContradicts', '/priceUnit');
    given(recordUnitDecider, receipt)
      .when({ instrumentId, said: { sharesPerUnit: 10, corrects: true } })
      .thenSays(UnitRecorded.create({ instrumentId, sharesPerUnit: 10, priceUnit: pence }));
  });

  it('may have a date, but not what prices are given in', () => {
    const said = { from: '2026-01-05', sharesPerUnit: 10 };
    given(recordUnitDecider, inPence)
      .when({ instrumentId, said })
      .thenSays(UnitRecorded.create({ instrumentId, ...said }));
    given(recordUnitDecider)
      .when({ instrumentId, said: { ...said, priceUnit: pence } })
      .thenRefused('invalid', 'priceUnitHasNoDate', '/from');
  });

  it('says something', () => {
    given(recordUnitDecider).when({ instrumentId, said: {} }).thenRefused('invalid', 'nothingSaid', '/sharesPerUnit');
  });
});
