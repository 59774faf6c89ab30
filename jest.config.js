/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/bench', '<rootDir>/examples'],
  testRegex: '\\.spec\\.ts$',
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^@streakline/([^/]+)$': '<rootDir>/libs/$1/src' },
  globalSetup: '<rootDir>/libs/testing/src/postgres/start-for-jest.ts',
  globalTeardown: '<rootDir>/libs/testing/src/postgres/stop-for-jest.ts',
  // Two workers share two cores with PostgreSQL and up to seven brokers: what takes a second alone may take ten here.
  testTimeout: 120_000,
  maxWorkers: 2,
};
