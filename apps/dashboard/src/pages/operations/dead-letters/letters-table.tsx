import { type Column, DataTable } from '../../../ui/data-table';
import { Empty } from '../../../ui/empty';
import { Evidence } from '../../../ui/evidence';
import { announcementHref, instrumentHref, Link } from '../../../ui/link';
import { NOTHING } from '../../../words/nothing';
import { plural, whole } from '../../../words/numbers';
import { instant } from '../../../words/times';
import styles from './dead-letters.module.css';
import { type Act, type Letter, type Letters, triedWords } from './letter';

interface Props {
  readonly letters: Letters;
  readonly onAct: (letter: Letter, act: Act) => void;
  /** Undefined where there is no way to more. */
  readonly onMore: (() => void) | undefined;
}

/** The letters that are open, newest first, and what was not looked at. */
export function LettersTable({ letters: { data, nextCursor, unseen }, onAct, onMore }: Props) {
  return (
    <>
      {unseen.map(({ what, why }) => (
        <p key={what} className="soft">
          {what === 'records' ? 'Records on Kafka' : 'Parked events'} were not looked at. {why}
        </p>
      ))}
      {data.length === 0 ? (
        <Empty>Nothing was put aside here.</Empty>
      ) : (
        <DataTable
          caption={`${plural(data.length, 'dead letter')}, newest first`}
          columns={[...columns, actions(onAct)]}
          rows={data}
          rowKey={({ id }) => id}
        />
      )}
      {nextCursor !== null && <More onMore={onMore} />}
    </>
  );
}

function More({ onMore }: Pick<Props, 'onMore'>) {
  if (onMore === undefined)
    return (
      <p className="soft">
        There are more: <code>streakline dead-letters list</code> has all of them.
      </p>
    );
  return (
    <button type="button" onClick={onMore}>
      Show more
    </button>
  );
}

const columns: readonly Column<Letter>[] = [
  { name: 'Id', rowHeader: true, cell: ({ id }) => <code className={styles.id}>{id}</code> },
  { name: 'Reason', cell: (letter) => <Reason letter={letter} /> },
  { name: 'About', cell: (letter) => <About letter={letter} /> },
  { name: 'Event', cell: (letter) => <Event letter={letter} /> },
  { name: 'Put aside', cell: ({ refusedAt }) => instant(refusedAt, 'UTC') },
  { name: 'Tried', cell: triedWords },
];

function actions(onAct: Props['onAct']): Column<Letter> {
  return {
    name: 'What to do',
    cell: (letter) => (
      <div className={styles.acts}>
        {letter.canRetry && <ActButton name="Retry" letter={letter} onPress={() => onAct(letter, 'retry')} />}
        {letter.canClose && <ActButton name="Close" letter={letter} onPress={() => onAct(letter, 'close')} />}
      </div>
    ),
  };
}

interface ActButtonProps {
  readonly name: string;
  readonly letter: Letter;
  readonly onPress: () => void;
}

function ActButton({ name, letter, onPress }: ActButtonProps) {
  return (
    <button type="button" onClick={onPress}>
      {name}
      <span className="visually-hidden"> {letter.id}</span>
    </button>
  );
}

function Reason({ letter: { code, detail } }: { readonly letter: Letter }) {
  return (
    <span className={styles.reason}>
      <code>{code}</code> {detail}
    </span>
  );
}

function About({ letter: { key } }: { readonly letter: Letter }) {
  if (key === null) return NOTHING;
  const shown = <code className={styles.id}>{key}</code>;
  if (key.startsWith('ins_')) return <Link href={instrumentHref(key)}>{shown}</Link>;
  if (key.startsWith('ann_')) return <Link href={announcementHref(key)}>{shown}</Link>;
  return shown;
}

/** The event, or the record, that it is about; of parked events the way to the stepper. */
function Event({ letter: { id, position, topic, key } }: { readonly letter: Letter }) {
  const said = <Evidence href={`/v1/dead-letters/${encodeURIComponent(id)}`}>What it says</Evidence>;
  if (position === null)
    return (
      <>
        {topic} {said}
      </>
    );
  const steps = `/operations?subject=${encodeURIComponent(key ?? '')}&position=${position}`;
  return (
    <>
      <Link href={steps}>position {whole(position)}</Link> {said}
    </>
  );
}
