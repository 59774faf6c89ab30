import type { CanActivate } from '@nestjs/common';
import type { Log } from '@streakline/observability';
import type { RequestHandler } from 'express';
import type { Pool } from 'pg';
import { auditLogOf } from './audit/audit-writes';
import { Keyring } from './keyring/keyring';
import { Gate } from './requests/gate';
import { ScopeGuard } from './requests/scope-guard';
import { ApiKeyStore, type CheckedKey } from './store/api-key-store';

export interface ApiAccessOptions {
  readonly pool: Pool;
  /** Whether whoever reaches this process needs no key for as long as there is none: loopback, or a trusted network. */
  readonly openWithoutKeys: boolean;
  /** Requests a minute that each key may make in this process; 0: as many as it likes. */
  readonly rateLimit: number;
  readonly log: Log;
  /** A key that is good for this process alone, and on no record. */
  readonly ownKey?: CheckedKey | undefined;
}

/** Who may use a process's API: what a web application puts before its routes. */
export class ApiAccess {
  readonly guard: CanActivate = new ScopeGuard();
  readonly admit: RequestHandler;

  private constructor(
    private readonly keyring: Keyring,
    gate: Gate,
  ) {
    this.admit = gate.handle;
  }

  /** Reads the keys; the database has the tables of apiKeysMigrations. */
  static async open({ pool, ownKey, log, ...options }: ApiAccessOptions): Promise<ApiAccess> {
    const keyring = new Keyring(new ApiKeyStore(pool), ownKey === undefined ? [] : [ownKey]);
    await keyring.refresh();
    return new ApiAccess(keyring, new Gate({ ...options, keyring, log: auditLogOf(log) }));
  }

  /** Whether a key is on record that is not revoked, or was since this process began. */
  get inForce(): boolean {
    return this.keyring.inForce;
  }
}
