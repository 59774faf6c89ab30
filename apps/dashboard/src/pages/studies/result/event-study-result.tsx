import { useUrlState } from '../../../api/url-state';
import { Empty } from '../../../ui/empty';
import { Panel } from '../../../ui/panel';
import { Segmented } from '../../../ui/segmented';
import { daysText } from '../form/reading';
import type { EventResult, EventStudy, StudyWindow } from '../form/study-types';
import styles from '../studies.module.css';
import { plural } from '../../../words/numbers';
import { asEventRequest, windowText } from '../words/asked';
import { agreement, caution } from '../words/tests';
import { windowSentence } from '../words/verdict';
import { CaarPanel } from './caar-panel';
import { DaysPanel, WindowsPanel } from './days-panel';
import { EventDownloads } from './downloads';
import { EventsPanel } from './events-panel';
import { GroupsPanel } from './groups-panel';
import { LeftOutPanel } from './left-out-panel';
import { OmissionPanel } from './omission-panel';
import { RegressionPanel } from './regression-panel';
import { TestsPanel } from './tests-panel';
import { Cite } from './cite';

interface Props {
  readonly study: EventStudy;
  readonly result: EventResult;
}

/** What an event study says: for the window chosen, and for all of them. */
export function EventStudyResult({ study, result }: Props) {
  const request = asEventRequest(study.request);
  const { windows } = result.study;
  const [asked, choose] = useUrlState('window', windows[0] === undefined ? '' : daysText(windows[0]));
  const window = windows.find((each) => daysText(each) === asked) ?? windows[0];
  return (
    <>
      <Panel title="What it says" aside={<WindowSwitch windows={windows} chosen={window} onChoose={choose} />}>
        <p>
          {result.used} of {result.selected} selected reactions take part, of {plural(result.study.firms, 'instrument')}
          .
        </p>
        {result.used === 0 && (
          <Empty>
            Every reaction was left out. The reasons stand below; a longer tape, other windows or milder screens may
            keep some.
          </Empty>
        )}
        {window !== undefined && <Verdict window={window} study={study} windows={windows.length} />}
      </Panel>
      <CaarPanel study={study} result={result} />
      {window !== undefined && <TestsPanel window={window} crossCorrelation={result.study.crossCorrelation} />}
      <WindowsPanel study={result.study} studied={request.value} id={study.id} />
      <GroupsPanel groups={result.groups} studied={request.value} window={window} />
      <RegressionPanel found={result.regression} />
      <OmissionPanel omission={result.omission} studied={request.value} window={window} />
      <DaysPanel study={result.study} studied={request.value} id={study.id} />
      <LeftOutPanel id={study.id} result={result} />
      <EventsPanel id={study.id} request={request} used={result.used} window={window} />
      <div className={styles.pair}>
        <EventDownloads id={study.id} />
        <Cite study={study} kind="event" />
      </div>
    </>
  );
}

interface SwitchProps {
  readonly windows: readonly StudyWindow[];
  readonly chosen: StudyWindow | undefined;
  readonly onChoose: (window: string) => void;
}

function WindowSwitch({ windows, chosen, onChoose }: SwitchProps) {
  if (windows.length < 2 || chosen === undefined) return null;
  const names = windows.map((window) => [daysText(window), windowText(window)] as const);
  if (windows.length <= 8) {
    return <Segmented legend="Window" options={names} value={daysText(chosen)} onChange={onChoose} />;
  }
  return (
    <label>
      Window{' '}
      <select value={daysText(chosen)} onChange={(event) => onChoose(event.target.value)}>
        {names.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface VerdictProps {
  readonly window: StudyWindow;
  readonly study: EventStudy;
  readonly windows: number;
}

function Verdict({ window, study, windows }: VerdictProps) {
  const { value } = asEventRequest(study.request);
  return (
    <div className={styles.verdict} aria-live="polite">
      <p className={styles.lead}>{windowSentence(window, value)}</p>
      {window.caar !== null && agreement(window.tests).map((sentence) => <p key={sentence}>{sentence}</p>)}
      {caution(window, windows).map((sentence) => (
        <p key={sentence} className="soft">
          {sentence}
        </p>
      ))}
    </div>
  );
}
