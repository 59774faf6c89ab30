import { useQueries } from '@tanstack/react-query';
import { useApiKey } from '../../../api/api-key';
import { useClient } from '../../../api/client';
import { kinds } from '../words/names';
import { Reading } from './reading';
import { type Scope, scopesOf, scopeWords } from './scope';
import { useForm } from './use-form';

/** About how many announcements on record fit the conditions that are cheap to ask for. */
export function ScopeHint() {
  const { values } = useForm();
  const client = useClient();
  const key = useApiKey();
  const reading = new Reading(values);
  const known = reading.text('known');
  const scopes = scopesOf({
    instruments: reading.list('instruments') ?? [],
    kinds:
      reading.someOf(
        'kinds',
        kinds.map(([kind]) => kind),
      ) ?? [],
    ...{ from: reading.date('from'), to: reading.date('to') },
  });
  const counts = useQueries({
    queries: (scopes ?? []).map((scope: Scope) => ({
      queryKey: ['announcements in scope', scope, known, key],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const asked = known === undefined ? client : client.asOf(known);
        const { data, nextCursor } = await asked.get('/v1/announcements', { query: { ...scope, limit: 200 }, signal });
        return { count: data.length, isMore: nextCursor !== null };
      },
    })),
    combine: (answers) => answers.map(({ data }) => data),
  });
  const words = scopes === null ? null : scopeWords(counts);
  if (words === null) return null;
  return (
    <p className="soft" role="status">
      {words}
    </p>
  );
}
