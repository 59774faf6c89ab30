import { describeWithKafka } from '@streakline/testing';
import { seed } from '../random-source';
import { expectWhole } from './expect-whole';
import { kafkaRuns } from './kafka-run';
import { sayStep, type Step } from './processes/step';

const STEPS: readonly Step[] = [
  { at: 'batch', when: 'before', nth: 1 },
  { at: 'begin', when: 'before', nth: 2 },
  { at: 'checkpoint', when: 'before', nth: 2 },
  { at: 'checkpoint', when: 'after', nth: 3 },
  { at: 'commit', when: 'before', nth: 2 },
  { at: 'commit', when: 'after', nth: 3 },
  { at: 'batch', when: 'after', nth: 4 },
];

/** Invariant 4: SIGKILL at any step, then restart: nothing lost, nothing doubled. */
describeWithKafka('a projector that is killed', (kafka) => {
  const aRun = kafkaRuns(kafka);

  it(`${STEPS.map(sayStep).join(', ')}, loses and doubles nothing (seed ${seed})`, async () => {
    const run = await aRun();
    const telling = run.tell({ seed });
    await run.start('relay');
    for (const [index, step] of STEPS.entries()) {
      // A group of its own each, but for the last: the next need not wait until the dead one's session is over.
      const groupPrefix = index === STEPS.length - 1 ? run.prefix : `${run.prefix}${index}.`;
      await run.dies('projector', step, { groupPrefix });
    }
    await run.start('projector');
    await telling.more(20);
    await expectWhole(run, telling);
  }, 180_000);
});
