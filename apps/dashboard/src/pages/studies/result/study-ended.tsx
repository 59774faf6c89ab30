import { Link } from '../../../ui/link';
import { Panel } from '../../../ui/panel';
import { again } from '../form/again';
import type { AnyStudy } from '../studies-api';
import styles from '../studies.module.css';
import { instant } from '../../../words/times';

/** A study that has no result, and why. */
export function StudyEnded({ found }: { readonly found: AnyStudy }) {
  const { state, failure, finishedAt } = found.study;
  return (
    <Panel title={state === 'failed' ? 'It failed' : 'It was cancelled'}>
      {failure === null ? (
        <p>Somebody cancelled it {instant(finishedAt, 'UTC')}. It has no result.</p>
      ) : (
        <div className={styles.fieldProblem}>
          <p>
            {failure.detail} (<code>{failure.code}</code>)
          </p>
          {failure.errors.length > 0 && (
            <ul>
              {failure.errors.map(({ pointer, detail }) => (
                <li key={pointer + detail}>
                  <code>{pointer}</code> {detail}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <p>
        <Link href={again(found)}>Change it, and ask again</Link>
      </p>
    </Panel>
  );
}
