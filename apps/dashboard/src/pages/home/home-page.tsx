import { PageTitle } from '../../ui/page-title';
import { Panel } from '../../ui/panel';
import { FilterBar } from './filters/filter-bar';
import { useFilters } from './filters/use-filters';
import { LongestStreaks } from './streaks/longest-streaks';
import { Reactions } from './table/reactions';

/** Recent announcements with what each did, and the streaks that are in force. */
export default function HomePage() {
  const state = useFilters();
  return (
    <div className="stack">
      <PageTitle>Announcements</PageTitle>
      <Panel title="What each did, newest first">
        <FilterBar {...state} />
        <Reactions filters={state.filters} clear={state.clear} />
      </Panel>
      <LongestStreaks />
    </div>
  );
}
