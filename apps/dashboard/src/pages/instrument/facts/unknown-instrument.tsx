import { Empty } from '../../../ui/empty';
import { Link } from '../../../ui/link';
import { PageTitle } from '../../../ui/page-title';
import { useMoment } from '../../../api/moment';

/** No instrument of that name. At a past moment it may only be not known yet. */
export function UnknownInstrument({ instrument }: { readonly instrument: string }) {
  const asOf = useMoment();
  return (
    <div className="stack">
      <PageTitle name="No such instrument">There is no instrument called {instrument}</PageTitle>
      <Empty>
        {asOf !== null && <p>Nothing was known of it at the moment in force; it may be known now.</p>}
        <p>
          Instruments are called by market and ticker, such as XNAS:AMZN. Search for one by ticker, former ticker or
          name in the box above, or begin with <Link href="/">the announcements</Link>.
        </p>
      </Empty>
    </div>
  );
}
