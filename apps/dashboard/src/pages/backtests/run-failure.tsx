import { EventLink } from '../../ui/event-link';
import { instant } from '../../words/times';
import styles from './run-failure.module.css';
import type { BacktestSummary } from './result';
import type { StrategyFailure } from './run';

/** Why a run could not be made at all. */
export function JobFailure({ failure }: { readonly failure: NonNullable<BacktestSummary['failure']> }) {
  const { code, detail, errors } = failure;
  return (
    <div className={styles.failure} role="alert">
      <p>
        <strong>This run failed.</strong> {detail} (<code>{code}</code>)
      </p>
      {errors.map(({ pointer, detail: wrong }) => (
        <p key={`${pointer} ${wrong}`}>
          <code>{pointer}</code> {wrong}
        </p>
      ))}
    </div>
  );
}

/** Where a strategy broke. What it did until then is kept, and shown below. */
export function StrategyBroke({ failure }: { readonly failure: StrategyFailure }) {
  const { code, message, handler, session, instrument, position, at } = failure;
  return (
    <div className={styles.failure} role="alert">
      <p>
        <strong>The strategy failed.</strong> {message} (<code>{code}</code>)
      </p>
      <p>
        In <code>{handler}</code>, at {instant(new Date(at).toISOString(), 'UTC')}, after the session{' '}
        {session ?? 'before the first'}
        {instrument !== null && <>, about {instrument}</>}
        {position !== null && (
          <>
            , at <EventLink position={position} />
          </>
        )}
        . All that it did until then is below.
      </p>
    </div>
  );
}
