/** The built dashboard as static files: read once, answered from memory, under a strict content security policy. */
export { type DashboardFile, type DashboardFiles, NoDashboardError, readDashboard } from './read-dashboard';
export { serveDashboard } from './serve-dashboard';
