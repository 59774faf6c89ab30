import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { useApiKey } from '../api/api-key';
import { atMoment, useMoment } from '../api/moment';
import { keepsMoment } from '../api/timeless';
import styles from './evidence.module.css';
import { EvidenceDialog } from './evidence-dialog';

interface Props {
  /** A path of the API with its values, such as /v1/announcements/ann_1/events. */
  readonly href: string;
  readonly children: ReactNode;
}

/** Leads to what a figure rests on: the API's own answer, at the moment in force where it has one. */
export function Evidence({ href, children }: Props) {
  const moment = useMoment();
  const key = useApiKey();
  const place = keepsMoment(href) ? atMoment(href, moment) : href;
  if (key !== null) return <KeyedEvidence href={place}>{children}</KeyedEvidence>;
  return (
    <a href={place} target="_blank" rel="noreferrer">
      {children}
      <span className="visually-hidden"> (the API's answer, in a new tab)</span>
    </a>
  );
}

/** A link carries no key: where one is needed, the answer is asked for with it and shown here. */
function KeyedEvidence({ href, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.link} onClick={() => setOpen(true)}>
        {children}
        <span className="visually-hidden"> (the API's answer)</span>
      </button>
      {isOpen && createPortal(<EvidenceDialog href={href} onClose={() => setOpen(false)} />, document.body)}
    </>
  );
}
