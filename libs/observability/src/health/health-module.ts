import { Module, type DynamicModule } from '@nestjs/common';
import type { Log } from '../logs/create-log';
import type { HealthCheck } from './health-check';
import { HEALTH_CHECKS, HEALTH_LOG, HealthRoute } from './health-route';

@Module({ controllers: [HealthRoute] })
class HealthModule {}

/**
 * /health/live and /health/ready with these checks.
 *
 * @param log told when a check begins to fail, and when it answers again
 */
export function healthModule(checks: readonly HealthCheck[], log: Log): DynamicModule {
  const providers = [
    { provide: HEALTH_CHECKS, useValue: checks },
    { provide: HEALTH_LOG, useValue: log },
  ];
  return { module: HealthModule, providers };
}
