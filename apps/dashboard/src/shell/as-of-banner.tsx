import { useLocation } from 'wouter';
import { useMoment, useSetMoment } from '../api/moment';
import { day, instant } from '../words/times';
import styles from './as-of.module.css';

/** What rests on a position of its own, or is about the system itself: it does not move with the app, and says so. */
const UNMOVED = /^\/(studies\/|backtests|operations)/;

/** Says unmistakably that the pages show a past moment, and leads back. */
export function AsOfBanner() {
  const moment = useMoment();
  const setMoment = useSetMoment();
  const [path] = useLocation();
  if (moment === null) return null;
  const said = moment.includes('T') ? instant(moment, 'UTC') : `the end of ${day(moment)}, UTC`;
  return (
    <div className={styles.banner} role="status">
      <strong>The past:</strong>{' '}
      {UNMOVED.test(path)
        ? `you are at ${said}. Not all of this page moves with you: what does not says what it rests on.`
        : `every figure below is what was known at ${said}. Nothing that came later enters.`}{' '}
      <button type="button" onClick={() => setMoment(null)}>
        Back to now
      </button>
    </div>
  );
}
