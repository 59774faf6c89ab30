import { useAnswer } from '../../api/answers';

/** The zone of an instrument's exchange, by its MIC:SYMBOL; UTC until it is known, or where there is no instrument. */
export function useZone(instrument: string | null): string {
  const { data } = useAnswer(
    '/v1/instruments/{ref}',
    { path: { ref: instrument ?? '' } },
    { enabled: instrument !== null },
  );
  return data?.timeZone ?? 'UTC';
}
