import { useId } from 'react';
import { Segmented } from '../../../ui/segmented';
import { announcedInFull } from '../../../words/timings';
import { announcedInWords } from '../announced/moment-words';
import type { Announcement, Reaction } from '../answers';

interface Props {
  readonly announcement: Announcement;
  readonly reactions: readonly Reaction[];
  readonly reaction: Reaction;
  readonly chooseInstrument: (ref: string) => void;
  readonly chooseOf: (id: string) => void;
}

/** Beyond this many, instruments stand in a list to open. */
const SIDE_BY_SIDE = 6;

/** Whose reaction, and to which act; nothing where there is but one. */
export function ReactionChoice({ announcement, reactions, reaction, chooseInstrument, chooseOf }: Props) {
  const acts = [...new Set(reactions.map(({ of }) => of))];
  const instruments = reactions.filter(({ of }) => of === reaction.of).map(({ instrument }) => instrument);
  if (acts.length < 2 && instruments.length < 2) return null;
  const named = acts.map((id) => [id, actName(announcement, id, reaction.timeZone ?? 'UTC')] as const);
  return (
    <div className="row">
      {acts.length > 1 && (
        <Segmented legend="The act that is reacted to" options={named} value={reaction.of} onChange={chooseOf} />
      )}
      {instruments.length > 1 && (
        <Instruments instruments={instruments} value={reaction.instrument} onChange={chooseInstrument} />
      )}
    </div>
  );
}

function actName(announcement: Announcement, of: string, zone: string): string {
  const amendment = announcement.amendments.find(({ id }) => id === of);
  if (amendment !== undefined) return `Amended ${announcedInFull(amendment, zone)}`;
  return announcedInWords(announcement, zone);
}

interface InstrumentsProps {
  readonly instruments: readonly string[];
  readonly value: string;
  readonly onChange: (ref: string) => void;
}

function Instruments({ instruments, value, onChange }: InstrumentsProps) {
  const id = useId();
  if (instruments.length <= SIDE_BY_SIDE) {
    const options = instruments.map((each) => [each, each] as const);
    return <Segmented legend="The instrument that reacts" options={options} value={value} onChange={onChange} />;
  }
  return (
    <span className="row">
      <label htmlFor={id}>The instrument that reacts</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {instruments.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </span>
  );
}
