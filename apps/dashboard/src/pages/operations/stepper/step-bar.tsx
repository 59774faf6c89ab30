import type { KeyboardEvent } from 'react';
import { whole } from '../../../words/numbers';
import { instant } from '../../../words/times';
import type { Step } from './step-at';
import styles from './stepper.module.css';

interface Props {
  readonly step: Step;
  readonly position: number;
  /** Positions of the oldest and the newest. */
  readonly ends: readonly [oldest: number, newest: number];
  readonly total: number;
  readonly timeZone: string;
  readonly onGo: (position: number) => void;
}

/** Where one stands among the events, and the ways on: buttons, and the arrow keys while one of them has the focus. */
export function StepBar(props: Props) {
  const { step, position, ends, onGo } = props;
  const [oldest, newest] = ends;
  const ways = [
    ['Oldest', '|◀', 'Home', position === oldest ? undefined : oldest],
    ['Previous', '◀', 'ArrowLeft', step.previous?.position],
    ['Next', '▶', 'ArrowRight', step.next?.position],
    ['Newest', '▶|', 'End', position === newest ? undefined : newest],
  ] as const;
  const onKeyDown = (event: KeyboardEvent) => {
    const to = ways.find(([, , key]) => key === event.key)?.[3];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onGo(to);
  };
  return (
    <div className={styles.bar}>
      <div className="row" role="group" aria-label="Step through the events" onKeyDown={onKeyDown}>
        {ways.map(([name, shape, key, to]) => (
          // Not `disabled`: at an end the focus stays where it is, and the other arrow key leads back.
          <button
            key={name}
            type="button"
            aria-disabled={to === undefined}
            aria-keyshortcuts={key}
            onClick={() => to !== undefined && onGo(to)}
          >
            <span aria-hidden="true">{shape} </span>
            {name}
          </button>
        ))}
        <span className="soft">or the arrow keys, Home and End</span>
      </div>
      <Where {...props} />
    </div>
  );
}

function Where({ step, position, total, timeZone }: Props) {
  const { current, place } = step;
  if (current === undefined)
    return (
      <p role="status">
        Position <strong>{whole(position)}</strong> is of an event that does not concern it; {whole(place)} of{' '}
        {whole(total)} events came before.
      </p>
    );
  return (
    <p role="status">
      Event <strong>{whole(place)}</strong> of {whole(total)}: <strong>{current.type}</strong> at position{' '}
      <strong>{whole(position)}</strong>, public on {instant(current.knownAt, timeZone)}, recorded on{' '}
      {instant(current.recordedAt, 'UTC')}.
    </p>
  );
}
