import { DividendRecorded, idOf } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { given } from '@streakline/testing';
import { recordDividendDecider } from './record-dividend.decider';

const instrumentId = idOf('ins', ['spy']);
const said = { exDate: '2025-12-19', amount: 1.993 };
const record = { instrumentId, exchange: exchange('ARCX'), said, now: Date.parse('2026-03-01T12:00:00Z') };
const onRecord = DividendRecorded.create({ instrumentId, ...said }, Date.parse('2025-12-19T14:30:00Z') - 1);

describe('recording a dividend', () => {
  it('is known just before the open of its ex-date', () => {
    given(recordDividendDecider).when(record).thenSays(onRecord);
  });

  it('again was said before; another amount is a conflict', () => {
    given(recordDividendDecider, onRecord).when(record).thenSaidBefore();
    given(recordDividendDecider, onRecord)
      .when({ ...record, said: { ...said, amount: 2 } })
      .thenRefused('conflict', 'dividendContradicts', '/amount');
  });

  it('refuses an ex-date that is no session', () => {
    given(recordDividendDecider)
      .when({ ...record, said: { ...said, exDate: '2025-12-25' } })
      .thenRefused('invalid', 'notASession', '/exDate');
  });
});
