import { NoDashboardError, readDashboard, serveDashboard } from '@streakline/dashboard-files';
import type { RequestHandler } from 'express';
import { ServiceError } from '../service-error';

/**
 * What answers with the built dashboard of a folder; undefined for none.
 *
 * @throws ServiceError `badSettings`
 */
export function dashboardIn(folder: string | undefined): RequestHandler | undefined {
  if (folder === undefined) return undefined;
  try {
    return serveDashboard(readDashboard(folder));
  } catch (error) {
    if (!(error instanceof NoDashboardError)) throw error;
    throw new ServiceError('badSettings', `STREAKLINE_DASHBOARD: ${error.message}. Name another folder, or "off".`);
  }
}
