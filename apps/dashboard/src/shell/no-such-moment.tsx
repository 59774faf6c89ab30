import { useSetMoment } from '../api/moment';
import { PageTitle } from '../ui/page-title';

/** In place of a page whose address asks for a moment that cannot be read: to show the present would be a lie. */
export function NoSuchMoment({ error }: { readonly error: string }) {
  const setMoment = useSetMoment();
  return (
    <>
      <PageTitle>There is no such moment</PageTitle>
      <p>
        The address asks for this page as of a moment that cannot be read. {error}{' '}
        <button type="button" onClick={() => setMoment(null)}>
          Show what is known now
        </button>
      </p>
    </>
  );
}
