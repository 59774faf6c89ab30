import { VerdictBadge } from '../../ui/verdict-badge';
import { partName } from '../../words/claim-parts';
import type { Part, Verdict } from './article';
import styles from './articles.module.css';
import { admittedText, foundText, statedText } from './claim-words';

interface Props {
  readonly caption: string;
  readonly verdict: Verdict;
}

/** Part by part: what was stated, what the tape has, which figures would have done, and why. */
export function ClaimParts({ caption, verdict: { parts } }: Props) {
  return (
    <ul className={styles.parts} aria-label={caption}>
      {parts.map((part) => (
        <li key={partName(part)}>
          <div className={styles.partName}>
            <strong>{partName(part)}</strong> <VerdictBadge verdict={part.verdict} />
          </div>
          <div className={styles.reason}>
            <Figures part={part} />
            <p>
              {part.why}
              {part.missing !== undefined && <> Missing: {part.missing}</>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Figures({ part }: { readonly part: Part }) {
  const [stated, found, admitted] = [statedText(part), foundText(part), admittedText(part)];
  if (stated === undefined && found === undefined) return null;
  return (
    <dl className={styles.figures}>
      <Figure name="Stated" text={stated} />
      <Figure name="On the tape" text={found} />
      <Figure name="Admitted" text={admitted} />
    </dl>
  );
}

function Figure({ name, text }: { readonly name: string; readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
