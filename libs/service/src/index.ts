/** What every process shares: settings, health and figures over HTTP, storage as soon as it can be had, an orderly end. */
export {
  guardApi,
  type Service,
  type ServiceKind,
  type ServiceOptions,
  type ServiceParts,
  startService,
} from './start-service';
export { ServiceError } from './service-error';
export { runService } from './running/run-service';
export {
  defaultPorts,
  type KafkaServiceSettings,
  readKafkaServiceSettings,
  readServiceSettings,
  readStandaloneSettings,
  type ServiceName,
  type ServiceSettings,
  type StandaloneSettings,
} from './settings/read-settings';
export { standaloneVariables, variables as serviceVariables } from './settings/variables';
export { drainable, listen } from './http/http-server';
export { type AppOptions, makeApp } from './http/make-app';
export { partsModule } from './http/parts-module';
export { Teardown } from './teardown/teardown';
