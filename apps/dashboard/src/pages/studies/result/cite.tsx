import { useState } from 'react';
import { Panel } from '../../../ui/panel';
import type { StudyKind, StudySummary } from '../form/study-types';
import { studyHref } from '../studies-api';
import styles from '../studies.module.css';
import { citation } from '../words/citation';

interface Props {
  readonly study: StudySummary;
  readonly kind: StudyKind;
}

/** What somebody needs to find the same study, or to make it again. */
export function Cite({ study, kind }: Props) {
  const text = citation(study, kind, `${window.location.origin}${studyHref(study.id, kind)}`);
  return (
    <Panel title="Cite this">
      <p className={styles.citation}>{text}</p>
      <div className="row">
        <CopyButton text={text} name="Copy the citation" />
        <CopyButton
          text={JSON.stringify({ ...study.request, position: study.position }, null, 2)}
          name="Copy the request"
        />
      </div>
      <details className={styles.more}>
        <summary>The request, which makes the same study anywhere on the same events</summary>
        <pre className={styles.code} tabIndex={0}>
          {JSON.stringify({ ...study.request, position: study.position }, null, 2)}
        </pre>
      </details>
    </Panel>
  );
}

/** Browsers give the clipboard to pages of loopback and HTTPS alone; the text stands there to be selected anyway. */
function CopyButton({ text, name }: { readonly text: string; readonly name: string }) {
  const [isCopied, setCopied] = useState(false);
  if (!window.isSecureContext) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <button type="button" onClick={() => void copy().catch(() => setCopied(false))}>
      {isCopied ? 'Copied' : name}
    </button>
  );
}
