import { useWholeList } from '../../api/answers';
import { Empty } from '../../ui/empty';
import { Evidence } from '../../ui/evidence';
import { Loading } from '../../ui/loading';
import { Panel } from '../../ui/panel';
import { Problem } from '../../ui/problem';
import { AnnouncementsPanel } from './announcements/announcements-panel';
import { GapNotes } from './facts/gap-notes';
import { InstrumentHeader } from './facts/instrument-header';
import { PricePanel } from './price-panel';
import { StatisticsPanel } from './streaks/statistics-panel';
import { StreaksPanel } from './streaks/streaks-panel';
import type { Instrument, ReactionRow, StreakRow } from './tape/rows';
import { usePoints } from './tape/use-points';
import { type Tape, useTape } from './tape/use-tape';
import { useViewSettings } from './view-settings';

const NO_STREAKS: readonly StreakRow[] = [];
const NO_REACTIONS: readonly ReactionRow[] = [];

/** All of the page but its absence. */
export function InstrumentView({ instrument }: { readonly instrument: Instrument }) {
  const { id } = instrument;
  const [settings, set] = useViewSettings();
  const tape = useTape(instrument);
  const points = usePoints(instrument, tape, settings.adjustment);
  const { minLength } = settings;
  const streaks = useWholeList('/v1/instruments/{ref}/streaks', {
    path: { ref: id },
    query: { minLength, limit: 1_000 },
  });
  const reactions = useWholeList('/v1/reactions', { query: { instrument: id, limit: 200 } });
  const drawn = { streaks: streaks.data ?? NO_STREAKS, reactions: reactions.data ?? NO_REACTIONS };
  return (
    <div className="stack">
      <InstrumentHeader instrument={instrument} points={points} />
      <Panel title="The tape" aside={<TapeEvidence id={id} />}>
        <GapNotes instrument={instrument} points={points} />
        <TapeState instrument={instrument} tape={tape} />
        <Undrawn what="the streaks, so the chart shows none" query={streaks} />
        <Undrawn what="the announcements, so the chart shows none" query={reactions} />
        {points.length > 0 && <PricePanel {...{ instrument, points, settings, set, ...drawn }} />}
      </Panel>
      <AnnouncementsPanel instrument={instrument} query={reactions} />
      <StreaksPanel {...{ instrument, settings, set, query: streaks, reactions: drawn.reactions }} />
      {points.length > 1 && <StatisticsPanel instrument={instrument} streaks={drawn.streaks} minLength={minLength} />}
    </div>
  );
}

function TapeEvidence({ id }: { readonly id: string }) {
  return (
    <span className="row">
      <Evidence href={`/v1/instruments/${id}/bars`}>bars</Evidence>
      <Evidence href={`/v1/instruments/${id}/market-caps`}>market caps</Evidence>
      <Evidence href={`/v1/events?instruments=${id}`}>events</Evidence>
    </span>
  );
}

interface Asked {
  readonly data: unknown;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

/** What could not be had must not look as if there were none. */
function Undrawn({ what, query }: { readonly what: string; readonly query: Asked }) {
  if (query.error === null || query.data !== undefined) return null;
  return <Problem what={what} error={query.error} onRetry={query.refetch} />;
}

/** Why there is no chart, or not all of it. */
function TapeState({ instrument, tape }: { readonly instrument: Instrument; readonly tape: Tape }) {
  if (tape.error !== null) return <Problem what="the bars" error={tape.error} onRetry={tape.refetch} />;
  if (instrument.tape === null) {
    return (
      <Empty>
        <p>No bar of {instrument.ref} is on record, so there is nothing to draw.</p>
        <p>
          <code>streakline import prices</code> takes them from vendors&rsquo; files, and POST /v1/instruments/
          {instrument.ref}/bars one by one.
        </p>
      </Empty>
    );
  }
  return tape.bars.length === 0 ? <Loading what="the bars" /> : null;
}
