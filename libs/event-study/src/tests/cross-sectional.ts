import type { TestName, TestResult } from '../study/study-result';
import { atStudent, tooFew, unanswered } from './answers';
import type { Moments } from './moments';

/** The mean over its standard error across events, t with n - 1 degrees of freedom (Brown and Warner 1980). */
export function crossSectional(moments: Moments, test: TestName = 'crossSectional'): TestResult {
  const { count, mean, sd } = moments;
  const reason = tooFew(count, 2);
  if (reason !== null) return unanswered(test, 't', count, reason);
  return atStudent(test, (Math.sqrt(count) * mean) / sd, count - 1, count);
}
