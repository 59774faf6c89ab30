import { instrumentHref, Link } from '../../../ui/link';
import type { Act } from '../answers';
import styles from './announced.module.css';

type Subject = Act['subjects'][number];

/** Whom it concerns, and as what. Only what is listed here leads anywhere, and reacts: that is said where some are not. */
export function Subjects({ subjects }: Pick<Act, 'subjects'>) {
  const hasUnlisted = subjects.some((subject) => 'name' in subject);
  return (
    <>
      <ul className={styles.subjects} aria-label="Subjects">
        {rolesOf(subjects).map(([role, members]) => (
          <li key={role}>
            <span className="soft">{role}: </span>
            {members.map((member, i) => (
              <span key={i}>
                {i > 0 && ', '}
                <Member subject={member} />
              </span>
            ))}
          </li>
        ))}
      </ul>
      {hasUnlisted && (
        <p className={styles.unlisted}>Names without a link are not listed here, and have no reaction.</p>
      )}
    </>
  );
}

function Member({ subject }: { readonly subject: Subject }) {
  if ('name' in subject) return subject.name;
  return <Link href={instrumentHref(subject.instrument)}>{subject.instrument}</Link>;
}

function rolesOf(subjects: readonly Subject[]): readonly (readonly [string, readonly Subject[]])[] {
  const roles = [...new Set(subjects.map(({ role }) => role))];
  return roles.map((role) => [role, subjects.filter((subject) => subject.role === role)] as const);
}
