/*
 * The boundaries of the codebase. Each rule is proven by a planted violation in test/boundaries/boundaries.spec.ts:
 * change one here and plant what it forbids there.
 */
/** Specs, and what they share: builders and stories. */
const SPECS = ['\\.spec\\.ts$', '^libs/[^/]+/test/'];
const FRONT_DOORS = '^libs/[^/]+/src/index\\.ts$';
const PURE_LIBS = [
  'events',
  'market-time',
  'dossiers',
  'event-study',
  'streak-statistics',
  'study-report',
  'backtest',
  'performance',
  'claims',
];
const WRITE_SIDE = [
  '^libs/(instruments|announcements|market-data|inbound|articles)/',
  '^libs/(price-import|edgar-import|calendar-import)/',
  '^apps/intake/',
];
const READ_SIDE = [
  '^libs/(read-models|projections|dossiers|event-study|streak-statistics|study-report|studies|log-feed|insights)/',
  '^libs/(backtest|backtests|sweeps|performance|event-streams|claims|dead-letters)/',
  '^apps/(query|projector)/',
];
/** What `npm run kafka:local`, the tests and the command line need, and no process that serves. */
const LOCAL_KAFKA_USERS = ['^libs/(testing|local-kafka)/', '^apps/cli/'];
/** What others wrote, read: it asks nobody, and keeps nothing. The parsers of text are for these alone. */
const SOURCE_READERS = '^libs/(article-reading|edgar|calendar-files)/';
const TEXT_PARSERS = '^node_modules/(@types/)?(chrono-node|compromise|htmlparser2|markdown-it|yaml)/';
/** What computes and does nothing else: no clock, no I/O, no framework. `util` is for deep equality. */
const PURE_PACKAGES = '^(node_modules/(@types/)?(zod|uuid|luxon)/|util$)';
/** What the dashboard is drawn with. */
const DASHBOARD_PACKAGES =
  '^node_modules/(@types/)?(react|react-dom|wouter|lightweight-charts|uplot|@tanstack/[^/]+|vite)/';

const pureLib = `^libs/(${PURE_LIBS.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one concept, or a third is missing between them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere escapes every other rule here.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'pure-libs-stay-pure',
      comment: 'The catalogue, calendars, folds and statistics compute: no framework, database, Kafka or I/O.',
      severity: 'error',
      from: { path: `${pureLib}src/`, pathNot: SPECS },
      to: { pathNot: [pureLib, PURE_PACKAGES] },
    },
    {
      name: 'source-readers-only-read',
      comment: 'Articles, filings and calendars are read as they stand: no clock, database, network or file.',
      severity: 'error',
      from: { path: `${SOURCE_READERS}src/`, pathNot: SPECS },
      to: { pathNot: [SOURCE_READERS, pureLib, PURE_PACKAGES, TEXT_PARSERS] },
    },
    {
      name: 'text-parsers-for-source-readers',
      comment: 'What comes in as prose leaves libs/article-reading and libs/edgar as claims, terms and filings.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [...SPECS, SOURCE_READERS] },
      to: { path: TEXT_PARSERS },
    },
    {
      name: 'price-files-know-no-store',
      comment:
        "Vendors' formats are read for whoever asks; what is done with a row is the affair of libs/price-import.",
      severity: 'error',
      from: { path: '^libs/price-files/', pathNot: SPECS },
      to: { path: '^(libs|apps|node_modules/(pg|typeorm|@nestjs))/', pathNot: '^libs/price-files/' },
    },
    {
      name: 'deciders-stay-pure',
      comment: 'A decision is a function of a command and a state; loading and storing are done around it.',
      severity: 'error',
      from: { path: '(\\.decider\\.ts$|/deciders?/)', pathNot: SPECS },
      to: { pathNot: [PURE_PACKAGES, '^libs/(?!.*\\.(handler|route|controller|module)\\.ts$)'] },
    },
    {
      name: 'enter-libs-by-the-front-door',
      comment: 'Import @streakline/<lib>; what its src/index.ts does not export is its own affair.',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^$1/$2/', FRONT_DOORS] },
    },
    {
      name: 'libs-never-import-apps',
      comment: 'Apps are wiring: they know the libs, and nothing knows them.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|bench|test|bin|infra|scripts)/' },
    },
    {
      name: 'read-models-do-not-know-each-other',
      comment: 'A room (rows, reader, routes, spec) can be added, changed or removed alone.',
      severity: 'error',
      from: { path: '^libs/read-models/src/([^/]+)/' },
      to: { path: '^libs/read-models/src/[^/]+/', pathNot: '^libs/read-models/src/$1/' },
    },
    {
      name: 'reading-never-imports-writing',
      comment: 'Readers rest on events alone, so that a rebuild needs nothing that decides.',
      severity: 'error',
      from: { path: READ_SIDE },
      to: { path: WRITE_SIDE },
    },
    {
      name: 'writing-never-imports-reading',
      comment: 'A decision rests on its streams, never on a read model that may lag.',
      severity: 'error',
      from: { path: WRITE_SIDE },
      to: { path: READ_SIDE },
    },
    {
      name: 'one-barrel-a-lib',
      comment: 'Barrels inside a lib hide cycles and leave Nest providers undefined by import order.',
      severity: 'error',
      from: { path: '(^|/)index\\.ts$', pathNot: FRONT_DOORS },
      to: {},
    },
    {
      name: 'embedded-postgres-stands-alone',
      comment: "Jest's global setup loads it by path before any alias is resolved, and it starts what the rest needs.",
      severity: 'error',
      from: { path: '^libs/embedded-postgres/', pathNot: SPECS },
      to: { path: '^libs/', pathNot: '^libs/embedded-postgres/' },
    },
    {
      name: 'testing-is-for-specs',
      comment: 'What serves the tests never runs in a process.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [...SPECS, '^libs/testing/'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'local-kafka-is-for-trying-out',
      comment: 'A process is told where its brokers are; only tests and the demo start some.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [...SPECS, ...LOCAL_KAFKA_USERS] },
      to: { path: '^libs/local-kafka/' },
    },
    {
      name: 'kafkajs-behind-its-port',
      comment: 'Another client is one folder of libs/event-log away; only a bench may hold the bare client beside it.',
      severity: 'error',
      from: { path: '^(libs|apps|infra)/', pathNot: ['^libs/event-log/'] },
      to: { path: '^node_modules/kafkajs/' },
    },
    {
      name: 'arrow-behind-its-format',
      comment: 'Answers are rows; how they look in Arrow is the affair of libs/web-api, beside CSV and NDJSON.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [...SPECS, '^libs/web-api/'] },
      to: { path: '^node_modules/apache-arrow/' },
    },
    {
      name: 'client-stands-alone',
      comment: "It runs in other people's programs and in browsers: what it needs of us comes over HTTP.",
      severity: 'error',
      from: { path: '^libs/client/', pathNot: SPECS },
      to: { path: '^(libs|apps|node_modules)/', pathNot: '^libs/client/' },
    },
    {
      name: 'dashboard-asks-by-the-client',
      comment:
        'It runs in browsers: facts come over HTTP, by libs/client; of the rest it may have what computes alone.',
      severity: 'error',
      from: { path: '^apps/dashboard/', pathNot: [...SPECS, 'vite\\.config'] },
      to: { pathNot: ['^apps/dashboard/', '^libs/client/', pureLib, DASHBOARD_PACKAGES] },
    },
    {
      name: 'no-development-packages-at-run-time',
      comment:
        'What runs is listed under dependencies; a type alone may come from elsewhere. The dashboard is bundled.',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: [...SPECS, '^libs/testing/', '^apps/dashboard/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    // Types count: a cycle or a deep import of types couples just as one of values does.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'],
      mainFields: ['main', 'types'],
      // Vite tells where it is by its exports alone.
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
