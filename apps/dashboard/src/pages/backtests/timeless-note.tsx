import { useMoment } from '../../api/moment';

/** Says under a past moment that a run has a position of its own. */
export function TimelessNote() {
  if (useMoment() === null) return null;
  return (
    <p className="soft">
      A backtest rests on its own position, and replays what was known at each instant: the moment above changes nothing
      here.
    </p>
  );
}
