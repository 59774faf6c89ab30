import { useAnswer } from '../../../api/answers';
import { announcementHref, Link } from '../../../ui/link';
import type { Reaction } from '../answers';
import { noteInWords } from './notes';
import styles from './trace.module.css';

/** What to know before believing the figures, as sentences. */
export function NotesList({ notes }: Pick<Reaction, 'notes'>) {
  if (notes.length === 0) return <p className="soft">Nothing on record disturbs these figures.</p>;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => {
        const { before, announcementId, after } = noteInWords(note);
        return (
          <li key={JSON.stringify(note)}>
            {before}
            {announcementId !== null && <Other id={announcementId} />}
            {after}
          </li>
        );
      })}
    </ul>
  );
}

/** Another announcement by its headline. */
function Other({ id }: { readonly id: string }) {
  const { data } = useAnswer('/v1/announcements/{id}', { path: { id } });
  return <Link href={announcementHref(id)}>{data?.headline ?? 'the other announcement'}</Link>;
}
