import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApiKey } from '../../../api/api-key';
import { useClient } from '../../../api/client';

/** What is stepped through: an instrument, or an announcement with the listed instruments that it concerns. */
export interface Subject {
  readonly kind: 'instrument' | 'announcement';
  /** ins_... or ann_...: it stays, whatever is renamed. */
  readonly id: string;
  readonly name: string;
  readonly instrumentIds: readonly string[];
  /** IANA zone of the exchange; UTC where there is none. */
  readonly timeZone: string;
}

/** The subject that a text names: MIC:SYMBOL, ins_... or ann_.... It is looked up as of now, whatever moment is in force. */
export function useSubject(text: string): UseQueryResult<Subject> {
  const client = useClient();
  const key = useApiKey();
  return useQuery({
    queryKey: ['subject of the stepper', text, key],
    enabled: text !== '',
    queryFn: async ({ signal }): Promise<Subject> => {
      if (text.startsWith('ann_')) {
        const found = await client.get('/v1/announcements/{id}', { path: { id: text }, signal });
        const instrumentIds = found.subjects.flatMap((each) => ('instrumentId' in each ? each.instrumentId : []));
        return { kind: 'announcement', id: found.id, name: found.headline, instrumentIds, timeZone: 'UTC' };
      }
      const found = await client.get('/v1/instruments/{ref}', { path: { ref: text }, signal });
      const { id, mic, symbol, name, timeZone } = found;
      const zone = timeZone ?? 'UTC';
      return { kind: 'instrument', id, name: `${mic}:${symbol}, ${name}`, instrumentIds: [id], timeZone: zone };
    },
  });
}
