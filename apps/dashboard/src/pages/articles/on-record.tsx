import { useAnswer } from '../../api/answers';
import { Link, announcementHref } from '../../ui/link';

/** Announcements by their headlines. */
export function OnRecord({ ids }: { readonly ids: readonly string[] }) {
  return ids.map((id, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <Link href={announcementHref(id)} dir="auto">
        <Headline id={id} />
      </Link>
    </span>
  ));
}

export function Headline({ id }: { readonly id: string }) {
  const { data } = useAnswer('/v1/announcements/{id}', { path: { id } });
  return data?.headline ?? id;
}
