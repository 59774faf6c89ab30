/** API keys: what they may do, where they are kept, and the gate that asks for them. */
export { isScope, type Scope, scopes } from './scopes/scope';
export { routesWithScopes } from './scopes/route-scopes';
export { withScopes } from './scopes/document-scopes';
export { apiKeysMigrations } from './store/api-keys-table';
export { type ApiKey, ApiKeyStore, type CheckedKey, KeyNameInUse, type NewKey } from './store/api-key-store';
export { idIn } from './token/token';
export { drawOwnKey } from './token/own-key';
export { ApiAccess, type ApiAccessOptions } from './api-access';
