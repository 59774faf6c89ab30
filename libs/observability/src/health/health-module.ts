import { Module, type DynamicModule } from '@nestjs/common';
import type { HealthCheck } from './health-check';
import { HEALTH_CHECKS, HealthRoute } from './health-route';

@Module({ controllers: [HealthRoute] })
class HealthModule {}

/** /health/live and /health/ready with these checks. */
export function healthModule(checks: readonly HealthCheck[]): DynamicModule {
  return { module: HealthModule, providers: [{ provide: HEALTH_CHECKS, useValue: checks }] };
}
