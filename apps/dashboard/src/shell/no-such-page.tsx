import { PageTitle } from '../ui/page-title';
import { Link } from '../ui/link';

export function NoSuchPage() {
  return (
    <div className="stack">
      <PageTitle>There is no such page</PageTitle>
      <p>
        The address may be cut short. <Link href="/">The announcements</Link> are a good place to begin.
      </p>
    </div>
  );
}
