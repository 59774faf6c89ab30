import { BenchmarkAssigned, idOf } from '@streakline/events';
import { given } from '@streakline/testing';
import { assignBenchmarkDecider } from './assign-benchmark.decider';

const instrumentId = idOf('ins', ['amazon']);
const spy = idOf('ins', ['spy']);
const qqq = idOf('ins', ['qqq']);
const since2020 = BenchmarkAssigned.create({ instrumentId, benchmarkId: spy, role: 'market', from: '2020-01-02' });

describe('assigning a benchmark', () => {
  it('from another date on follows the one before', () => {
    given(assignBenchmarkDecider, since2020)
      .when({ instrumentId, wanted: { ref: 'XNAS:QQQ', benchmarkId: qqq, role: 'market', from: '2024-01-02' } })
      .thenSays(BenchmarkAssigned.create({ instrumentId, benchmarkId: qqq, role: 'market', from: '2024-01-02' }));
  });

  it('again was said before', () => {
    given(assignBenchmarkDecider, since2020)
      .when({ instrumentId, wanted: { ref: spy, benchmarkId: spy, role: 'market', from: '2020-01-02' } })
      .thenSaidBefore();
  });

  it('refuses a second market benchmark of one date', () => {
    given(assignBenchmarkDecider, since2020)
      .when({ instrumentId, wanted: { ref: 'XNAS:QQQ', benchmarkId: qqq, role: 'market', from: '2020-01-02' } })
      .thenRefused('conflict', 'benchmarkContradicts', '/ref');
  });

  it('allows any number of peers', () => {
    given(assignBenchmarkDecider, BenchmarkAssigned.create({ instrumentId, benchmarkId: spy, role: 'peer' }))
      .when({ instrumentId, wanted: { ref: 'XNAS:QQQ', benchmarkId: qqq, role: 'peer' } })
      .thenSays(BenchmarkAssigned.create({ instrumentId, benchmarkId: qqq, role: 'peer' }));
  });

  it('refuses the instrument itself', () => {
    given(assignBenchmarkDecider)
      .when({ instrumentId, wanted: { ref: 'XNAS:AMZN', benchmarkId: instrumentId, role: 'peer' } })
      .thenRefused('invalid', 'ownBenchmark', '/ref');
  });
});
