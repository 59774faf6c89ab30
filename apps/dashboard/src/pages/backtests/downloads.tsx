import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../api/client';
import { csvOf } from '../../charts/csv';
import { download } from '../../charts/download';
import { Panel } from '../../ui/panel';
import { Problem } from '../../ui/problem';
import { growthOf, returnsOf } from './curves';
import type { BacktestAnswer, RunResult } from './result';

interface Props {
  readonly backtest: BacktestAnswer;
  readonly result: RunResult;
}

/** The run to take along. */
export function Downloads({ backtest, result }: Props) {
  const { runId, backtest: run } = result;
  const saving = useSaving(backtest.id);
  const save = (accept: string, name: string) => () => saving.mutate({ accept, name });
  return (
    <Panel title="Take it along">
      <div className="row">
        <button type="button" onClick={() => download(`${runId}-returns.csv`, returnsCsv(result), CSV)}>
          Returns, CSV
        </button>
        <button type="button" disabled={run.trades.length === 0} onClick={save('text/csv', `${runId}-trades.csv`)}>
          Trades, CSV
        </button>
        <button type="button" onClick={save('application/json', `${runId}.json`)}>
          Everything, JSON
        </button>
        <button type="button" onClick={save('text/html', `${runId}.html`)}>
          Tearsheet, HTML
        </button>
      </div>
      {saving.error !== null && <Problem what="the file" error={saving.error} />}
    </Panel>
  );
}

const CSV = 'text/csv;charset=utf-8';

/** Asks the server for another form of the answer, as it tells it, byte by byte. */
function useSaving(id: string) {
  const client = useClient();
  return useMutation({
    mutationFn: async ({ accept, name }: { readonly accept: string; readonly name: string }) => {
      const response = await client.response('/v1/backtests/{backtestId}', { path: { backtestId: id }, accept });
      download(name, await response.blob(), accept);
    },
  });
}

function returnsCsv({ backtest: run }: RunResult): string {
  const { sessions, net, gross, benchmark } = growthOf(run);
  const columns = [net, gross, benchmark ?? sessions.map(() => null)].map(returnsOf);
  const head = ['session', 'equity', 'return', 'grossReturn', 'benchmarkReturn'];
  const rows = sessions.map((session, at) => [
    session,
    run.curve.equity[at] ?? null,
    ...columns.map((values) => values[at] ?? null),
  ]);
  return csvOf(head, rows);
}
