import { useWholeList } from '../../../api/answers';
import { Answered } from '../../../ui/answered';
import { Evidence } from '../../../ui/evidence';
import { Panel } from '../../../ui/panel';
import type { Reaction, ReactionDays } from '../answers';
import { rangeOf } from '../strip/strip';
import { MarketCapWaterfall } from '../waterfall/market-cap-waterfall';
import { CarCurve } from './car-curve';
import { TABLE_DAYS } from './day-rows';
import { DayTable } from './day-table';
import { NotesList } from './notes-list';
import styles from './trace.module.css';
import { daysHref, useDays } from './use-days';
import { WindowTable } from './window-table';

const CURVE_DAYS = { from: -5, to: 20 } as const;

/** The figures behind the story of one reaction. */
export function Details({ reaction }: { readonly reaction: Reaction }) {
  const days = useDays(reaction, rangeOf(reaction));
  return (
    <>
      <div className={styles.pair}>
        <Panel title="Market cap" aside={<CapsEvidence reaction={reaction} />}>
          <Answered query={days} what="the days around it">
            {(answer) => <MarketValue reaction={reaction} answer={answer} />}
          </Answered>
        </Panel>
        <Panel title="Beyond the market" aside={<Evidence href={daysHref(reaction, CURVE_DAYS)}>Its days</Evidence>}>
          <Curve reaction={reaction} />
        </Panel>
      </div>
      <Panel title="Day by day" aside={<Evidence href={daysHref(reaction, TABLE_DAYS)}>The days</Evidence>}>
        <Answered query={days} what="the days around it">
          {(answer) => <Table reaction={reaction} days={answer} />}
        </Answered>
      </Panel>
      <div className={styles.wide}>
        <Panel
          title="Windows"
          aside={<Evidence href={`/v1/announcements/${reaction.announcementId}/reactions`}>The reaction</Evidence>}
        >
          <WindowTable reaction={reaction} currency={days.data?.currency ?? 'USD'} />
        </Panel>
        <Panel title="Before believing it">
          <NotesList notes={reaction.notes} />
        </Panel>
      </div>
    </>
  );
}

interface AnswerProps {
  readonly reaction: Reaction;
  readonly answer: ReactionDays;
}

function MarketValue({ reaction, answer }: AnswerProps) {
  const [first, last] = [answer.days[0]?.session ?? '', answer.days.at(-1)?.session ?? ''];
  const asked = { path: { ref: reaction.instrumentId }, query: { from: first, to: dayAfter(last) } };
  const caps = useWholeList('/v1/instruments/{ref}/market-caps', asked, { enabled: last !== '' });
  return (
    <Answered query={caps} what="the market caps">
      {(rows) => <MarketCapWaterfall reaction={reaction} answer={answer} caps={rows} />}
    </Answered>
  );
}

function CapsEvidence({ reaction: { instrument } }: { readonly reaction: Reaction }) {
  return <Evidence href={`/v1/instruments/${encodeURIComponent(instrument)}/market-caps`}>The market caps</Evidence>;
}

function Curve({ reaction }: { readonly reaction: Reaction }) {
  const days = useDays(reaction, CURVE_DAYS);
  return (
    <Answered query={days} what="the days around it">
      {(answer) => <CarCurve reaction={reaction} answer={answer} />}
    </Answered>
  );
}

function Table({ reaction, days }: { readonly reaction: Reaction; readonly days: ReactionDays }) {
  const cumulated = useDays(reaction, TABLE_DAYS);
  return (
    <Answered query={cumulated} what="the cumulative figures">
      {(answer) => <DayTable reaction={reaction} days={days} cumulated={answer} />}
    </Answered>
  );
}

/** Ranges of the API end before their last date. */
function dayAfter(session: string): string {
  if (session === '') return '';
  const at = new Date(`${session}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}
