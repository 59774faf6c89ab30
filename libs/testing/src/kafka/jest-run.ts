/** Names the environment variable with a folder that the workers of a test run share. */
export const RUN_FOLDER_VARIABLE = 'STREAKLINE_TEST_RUN_FOLDER';

/** Names the environment variable with the pid of the test run: what is started for it ends with it. */
export const RUN_PID_VARIABLE = 'STREAKLINE_TEST_RUN_PID';

/** In the run's folder: what the process that keeps the shared broker says, and its pid. */
export const KEEPER_FOLDER = 'kafka';
