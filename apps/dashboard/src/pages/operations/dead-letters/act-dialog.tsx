import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useClient } from '../../../api/client';
import { Dialog } from '../../../ui/dialog';
import { reasonOf } from '../../../ui/problem';
import styles from './dead-letters.module.css';
import { type Act, consequence, doneWords, type Letter } from './letter';

interface Props {
  readonly letter: Letter;
  readonly act: Act;
  readonly onClose: () => void;
  /** Told what was done, in words. */
  readonly onDone: (words: string) => void;
}

/** Asks once more before something is done to a letter, does it, and says where it could not be done. */
export function ActDialog({ letter, act, onClose, onDone }: Props) {
  const { id, code, detail } = letter;
  const doing = useAct(letter, act, onDone);
  const name = act === 'retry' ? 'Retry' : 'Close';
  return (
    <Dialog title={`${name} ${id}?`} onClose={onClose}>
      <p className={styles.reason}>
        <code>{code}</code> {detail}
      </p>
      <p>{consequence(letter, act)}</p>
      <div role="alert">
        {doing.error !== null && (
          <p className={styles.failed}>
            <strong>It could not be done.</strong> {reasonOf(doing.error)}
          </p>
        )}
      </div>
      <div className="row">
        <button type="button" className="primary" aria-disabled={doing.isPending} onClick={doing.start}>
          {doing.isPending ? 'Working…' : name}
        </button>
        <CloseButton>Cancel</CloseButton>
      </div>
    </Dialog>
  );
}

/** Closes the browser's own dialog, which gives the focus back to where it was. */
function CloseButton({ children }: { readonly children: ReactNode }) {
  return (
    <button type="button" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
      {children}
    </button>
  );
}

function useAct({ id }: Letter, act: Act, onDone: (words: string) => void) {
  const client = useClient();
  // One for the question that is asked here: pressed again after an answer that was lost, it is done once.
  const [idempotencyKey] = useState(() => Array.from(crypto.getRandomValues(new Uint32Array(4)), String).join('-'));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      client.post(act === 'retry' ? '/v1/dead-letters/{id}/retry' : '/v1/dead-letters/{id}/close', {
        ...{ path: { id }, body: {}, idempotencyKey },
      }),
    onSuccess: (done) => onDone(doneWords(done)),
  });
  const start = () => {
    if (!isPending) mutate();
  };
  return { start, isPending, error };
}
