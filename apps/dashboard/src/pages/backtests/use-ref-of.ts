import { useAnswer } from '../../api/answers';

/** An instrument's MIC:SYMBOL, as it is called now; undefined until it is known, or where there is no instrument. */
export function useRefOf(id: string | null): string | undefined {
  const { data } = useAnswer('/v1/instruments/{ref}', { path: { ref: id ?? '' } }, { enabled: id !== null });
  return data === undefined ? undefined : `${data.mic}:${data.symbol}`;
}
