/** What every process shares: settings, health and figures over HTTP, storage as soon as it can be had, an orderly end. */
export { type Service, type ServiceKind, type ServiceOptions, type ServiceParts, startService } from './start-service';
export { ServiceError } from './service-error';
export { runService } from './running/run-service';
export {
  defaultPorts,
  type KafkaServiceSettings,
  type MaybeKafkaServiceSettings,
  readKafkaServiceSettings,
  readServiceSettings,
  readStandaloneSettings,
  type ServiceName,
  type ServiceSettings,
  type StandaloneSettings,
} from './settings/read-settings';
export { DEFAULT_RATE_LIMIT, standaloneVariables, variables as serviceVariables } from './settings/variables';
export { drainable, listen } from './http/http-server';
export { type Access, openAccess, refuseNoHost, refuseUnguarded } from './http/access';
export { type AppOptions, makeApp } from './http/make-app';
export { dashboardIn } from './http/dashboard-in';
export { partsModule } from './http/parts-module';
export { Teardown } from './teardown/teardown';
