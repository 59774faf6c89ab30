import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { Field } from '../../ui/field';
import { whole } from '../../words/numbers';
import { type OpenedFile, openArticle } from './article-file';
import styles from './articles.module.css';
import { MOST_CHARACTERS } from './take-fields';

interface Props {
  readonly text: string;
  readonly errors: readonly string[];
  readonly onChange: (text: string) => void;
}

/** The article: typed or pasted, dropped as a file, or chosen as one. */
export function ArticleInput({ text, errors, onChange }: Props) {
  const [file, setFile] = useState<OpenedFile | null>(null);
  const open = async (chosen: File | null | undefined) => {
    if (chosen === null || chosen === undefined) return;
    const opened = await openArticle(chosen);
    setFile(opened);
    if (opened.text !== null) onChange(opened.text);
  };
  const type = (typed: string) => {
    setFile(null);
    onChange(typed);
  };
  const isRefused = file !== null && file.text === null;
  return (
    <DropZone onDrop={(dropped) => void open(dropped)}>
      <Field
        label="Article"
        hint={`Text, Markdown or HTML: paste it, drop a file here, or choose one. At most ${whole(MOST_CHARACTERS)} characters; this has ${whole(text.length)}.`}
        errors={isRefused ? [...errors, file.said] : errors}
      >
        {(input) => (
          <textarea
            {...input}
            className={styles.text}
            rows={9}
            dir="auto"
            value={text}
            onChange={(event) => type(event.target.value)}
          />
        )}
      </Field>
      <div className="row">
        <FileButton onChoose={(chosen) => void open(chosen)} />
        <span role="status">{file !== null && !isRefused ? file.said : ''}</span>
      </div>
    </DropZone>
  );
}

interface DropProps {
  readonly onDrop: (file: File | undefined) => void;
  readonly children: ReactNode;
}

/** Takes files that are dropped on it; for a mouse alone, and beside the button that does the same. */
function DropZone({ onDrop, children }: DropProps) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onDrop(event.dataTransfer.files[0]);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={isOver ? `${styles.drop ?? ''} ${styles.over ?? ''}` : styles.drop}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  );
}

/** The browser's own choice of a file, under a button that looks like the others. */
function FileButton({ onChoose }: { readonly onChoose: (file: File | null | undefined) => void }) {
  const id = useId();
  return (
    <label htmlFor={id} className={styles.file}>
      Choose a file
      <input
        id={id}
        className={styles.chooser}
        type="file"
        accept=".md,.markdown,.txt,.html,.htm,text/plain,text/markdown,text/html"
        onChange={(event) => {
          onChoose(event.target.files?.[0]);
          // The same file again is a choice too.
          event.target.value = '';
        }}
      />
    </label>
  );
}
