import type { Subject } from '@streakline/events';
import type { Fault } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import type { LookedUpSubject } from './look-up-subjects';

/** The subjects as events carry them, the exchanges of those that are listed, and what is wrong with the others. */
export interface CheckedSubjects {
  readonly subjects: readonly Subject[];
  readonly exchanges: readonly Exchange[];
  readonly faults: readonly Fault[];
}

/** Every subject once: an instrument that is one twice would react twice. */
export function checkSubjects(lookedUp: readonly LookedUpSubject[]): CheckedSubjects {
  const firstPlaces = new Map<string, number>();
  const faults: Fault[] = [];
  const subjects: Subject[] = [];
  lookedUp.forEach((subject, index) => {
    const pointer = `/subjects/${index}/${'name' in subject ? 'name' : 'instrument'}`;
    if ('whyUnknown' in subject) {
      faults.push({ code: 'unknownInstrument', pointer, detail: subject.whyUnknown });
      return;
    }
    const key = 'name' in subject ? subject.name.toLowerCase() : subject.instrumentId;
    const first = firstPlaces.get(key);
    if (first !== undefined) {
      faults.push({
        code: 'duplicateSubject',
        pointer,
        detail: `This is the subject of /subjects/${first} again. Name each subject once, with its main role.`,
      });
    }
    firstPlaces.set(key, first ?? index);
    const { role } = subject;
    subjects.push('name' in subject ? { name: subject.name, role } : { instrumentId: subject.instrumentId, role });
  });
  return {
    subjects,
    faults,
    exchanges: [...new Set(lookedUp.flatMap((subject) => ('exchange' in subject ? [subject.exchange] : [])))],
  };
}
