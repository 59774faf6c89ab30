import { useMoment } from '../../api/moment';
import { PageTitle } from '../../ui/page-title';
import { DeadLettersPanel } from './dead-letters/dead-letters-panel';
import { HealthPanel } from './health/health-panel';
import { ProjectionsPanel } from './projections/projections-panel';
import { StepperPanel } from './stepper/stepper-panel';

/** How the system itself stands, what it put aside, and what each event did to its read models. */
export default function OperationsPage() {
  const isPast = useMoment() !== null;
  return (
    <div className="stack">
      <PageTitle>Operations</PageTitle>
      {isPast && (
        <p className="soft">
          Projections, dead letters and this process are shown as they are now: they have no past to ask for. The steps
          below hold what was known at the moment that is in force.
        </p>
      )}
      <HealthPanel />
      <ProjectionsPanel />
      <DeadLettersPanel />
      <StepperPanel />
    </div>
  );
}
