import { describeWithKafka } from '@streakline/testing';
import { seed } from '../random-source';
import { expectWhole } from './expect-whole';
import { kafkaRuns } from './kafka-run';
import { sayStep, type Step } from './processes/step';

const STEPS: readonly Step[] = [
  { at: 'lock', when: 'after', nth: 1 },
  { at: 'send', when: 'before', nth: 1 },
  { at: 'send', when: 'half', nth: 1 },
  { at: 'batch', when: 'before', nth: 1 },
  { at: 'send', when: 'after', nth: 1 },
  { at: 'send', when: 'half', nth: 6 },
  { at: 'send', when: 'after', nth: 11 },
];

/** Invariant 4: SIGKILL at any step, then restart: nothing lost, nothing doubled. */
describeWithKafka('a relay that is killed', (kafka) => {
  const aRun = kafkaRuns(kafka);

  it(`${STEPS.map(sayStep).join(', ')}, leaves no gap (seed ${seed})`, async () => {
    const run = await aRun();
    const telling = run.tell({ seed });
    await run.start('projector');
    for (const step of STEPS) await run.dies('relay', step);
    await run.start('relay');
    await telling.more(20);
    await expectWhole(run, telling);
  }, 180_000);
});
