import { Answered } from '../../../ui/answered';
import { Empty } from '../../../ui/empty';
import { Evidence } from '../../../ui/evidence';
import { Panel } from '../../../ui/panel';
import { Segmented } from '../../../ui/segmented';
import { plural } from '../../../words/numbers';
import { StreakLength } from '../chart/streak-length';
import type { Instrument, ReactionRow, StreakRow } from '../tape/rows';
import type { Direction, SetView, ViewSettings } from '../view-settings';
import { StreakTable } from './streak-table';
import styles from './streaks.module.css';

interface Props {
  readonly instrument: Instrument;
  readonly query: {
    readonly data: readonly StreakRow[] | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly reactions: readonly ReactionRow[];
  readonly settings: ViewSettings;
  readonly set: SetView;
}

const DIRECTIONS: readonly (readonly [Direction, string])[] = [
  ['both', 'All'],
  ['falling', '▼ Falls'],
  ['rising', '▲ Rises'],
];

const PAGE = 25;

/** All streaks on the tape, newest first. */
export function StreaksPanel({ instrument, query, reactions, settings, set }: Props) {
  const turn = (page: number) => set.page(page);
  return (
    <Panel
      title="Streaks"
      aside={
        <div className="row">
          <Segmented
            legend="Direction of streaks"
            options={DIRECTIONS}
            value={settings.direction}
            onChange={(direction) => set.direction(direction)}
          />
          <StreakLength value={settings.minLength} onChange={set.minLength} />
          <Evidence href={`/v1/instruments/${instrument.id}/streaks?minLength=${settings.minLength}`}>
            evidence
          </Evidence>
        </div>
      }
    >
      <Answered query={query} what="the streaks">
        {(streaks) => (
          <StreakPages {...{ instrument, reactions, settings, turn }} streaks={shownOf(streaks, settings.direction)} />
        )}
      </Answered>
    </Panel>
  );
}

interface PagesProps {
  readonly instrument: Instrument;
  readonly streaks: readonly StreakRow[];
  readonly reactions: readonly ReactionRow[];
  readonly settings: ViewSettings;
  readonly turn: (page: number) => void;
}

function StreakPages({ instrument, streaks, reactions, settings, turn }: PagesProps) {
  if (streaks.length === 0) {
    return (
      <Empty>No streak of {plural(settings.minLength, 'session')} or more is on this tape; ask for shorter ones.</Empty>
    );
  }
  const pages = Math.ceil(streaks.length / PAGE);
  const page = Math.min(settings.page, pages);
  return (
    <>
      <StreakTable
        streaks={streaks.slice((page - 1) * PAGE, page * PAGE)}
        currency={instrument.currency}
        reactions={reactions}
      />
      <nav className={styles.pages} aria-label="Pages of streaks">
        <button type="button" disabled={page === 1} onClick={() => turn(page - 1)}>
          Newer
        </button>
        <span>
          {plural(streaks.length, 'streak')}, page {page} of {pages}
        </span>
        <button type="button" disabled={page === pages} onClick={() => turn(page + 1)}>
          Older
        </button>
      </nav>
    </>
  );
}

function shownOf(streaks: readonly StreakRow[], direction: Direction): readonly StreakRow[] {
  return streaks.filter((streak) => direction === 'both' || streak.direction === direction).toReversed();
}
