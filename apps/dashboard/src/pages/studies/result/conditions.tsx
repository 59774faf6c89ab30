import { Fragment } from 'react';
import { useAnswer } from '../../../api/answers';
import { instrumentHref, Link } from '../../../ui/link';
import type { Selection } from '../form/study-types';
import { selectionConditions } from '../words/asked';

interface Props {
  readonly selection: Partial<Selection>;
  /** Names without links: for where the whole is a link. */
  readonly plain?: boolean;
}

const MOST_NAMED = 5;

/** What a study selected, in words; instruments by their names. */
export function Conditions({ selection, plain = false }: Props) {
  return (
    <span>
      {selectionConditions(selection).map(({ text, instruments }, index) => (
        <Fragment key={text}>
          {index > 0 && '; '}
          {text}
          {instruments !== undefined &&
            instruments.length <= MOST_NAMED &&
            instruments.map((id, place) => (
              <Fragment key={id}>
                {place === 0 ? ' ' : ', '}
                <InstrumentName id={id} plain={plain} />
              </Fragment>
            ))}
        </Fragment>
      ))}
    </span>
  );
}

/** An instrument by MIC:SYMBOL at present; by its id until that is known. */
export function InstrumentName({ id, plain = false }: { readonly id: string; readonly plain?: boolean }) {
  const { data } = useAnswer('/v1/instruments/{ref}', { path: { ref: id } });
  const name = data?.ref ?? id;
  return plain ? <>{name}</> : <Link href={instrumentHref(id)}>{name}</Link>;
}
