import { ProblemError } from '@streakline/client';
import { useAnswer } from '../../api/answers';
import { Answered } from '../../ui/answered';
import { PageTitle } from '../../ui/page-title';
import { Problem } from '../../ui/problem';
import { UnknownInstrument } from './facts/unknown-instrument';
import { InstrumentView } from './instrument-view';

/** An instrument: its tape with the announcements and the streaks on it. `instrument` is MIC:SYMBOL or an id. */
export default function InstrumentPage({ instrument }: { readonly instrument: string }) {
  const query = useAnswer('/v1/instruments/{ref}', { path: { ref: instrument } });
  if (query.error instanceof ProblemError && query.error.status === 404) {
    return <UnknownInstrument instrument={instrument} />;
  }
  if (query.data === undefined && query.error !== null) {
    return (
      <div className="stack">
        <PageTitle>{instrument}</PageTitle>
        <Problem what="the instrument" error={query.error} onRetry={query.refetch} />
      </div>
    );
  }
  return (
    <Answered query={query} what="the instrument">
      {(found) => <InstrumentView instrument={found} />}
    </Answered>
  );
}
