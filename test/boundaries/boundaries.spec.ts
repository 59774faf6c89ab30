import { rmSync } from 'node:fs';
import { cruise, type Violation } from './cruise';
import { plantTree, projectRoot, type Tree } from './planted-tree';

/** A tree that keeps every rule: each lib's front door, a decider, two rooms, two apps. */
const sound: Tree = {
  'libs/events/src/index.ts': "export * from './ids';\n",
  'libs/events/src/ids.ts': "import { z } from 'zod';\nexport const id = z;\n",
  'libs/web-api/src/index.ts': "import { Table } from 'apache-arrow';\nexport const table = Table;\n",
  'libs/market-time/src/index.ts': 'export const open = 1;\n',
  'libs/dossiers/src/index.ts': "export * from './views/runs';\n",
  'libs/dossiers/src/views/runs.ts': "import { id } from '@streakline/events';\nexport const runs = id;\n",
  'libs/event-store/src/index.ts': "import { Pool } from 'pg';\nexport const store = Pool;\n",
  'libs/event-log/src/index.ts': "import { Kafka } from 'kafkajs';\nexport const log = Kafka;\n",
  'libs/local-kafka/src/index.ts': 'export const start = 1;\n',
  'libs/testing/src/index.ts':
    "import fc from 'fast-check';\nimport { start } from '@streakline/local-kafka';\nexport const builders = [fc, start];\n",
  'libs/announcements/src/index.ts': "export * from './announce/announce.handler';\n",
  'libs/announcements/src/announce/announce.decider.ts': [
    "import { id } from '@streakline/events';",
    "import { open } from '@streakline/market-time';",
    "import { store } from '@streakline/event-store';",
    'export const decide = [id, open, store];',
  ].join('\n'),
  'libs/announcements/src/announce/announce.handler.ts':
    "import { Injectable } from '@nestjs/common';\nimport { decide } from './announce.decider';\nexport const handler = [Injectable, decide];\n",
  'libs/announcements/src/announce/announce.spec.ts':
    "import { readFileSync } from 'node:fs';\nimport { builders } from '@streakline/testing';\nvoid [readFileSync, builders];\n",
  'libs/projections/src/index.ts': "import { store } from '@streakline/event-store';\nexport const engine = store;\n",
  'libs/read-models/src/index.ts': "export * from './timelines/timeline';\nexport * from './market-caps/caps';\n",
  'libs/read-models/src/timelines/timeline.ts': "export { runs } from '@streakline/dossiers';\n",
  'libs/read-models/src/market-caps/caps.ts':
    "import { engine } from '@streakline/projections';\nexport const caps = engine;\n",
  'libs/event-study/src/index.ts': 'export const abnormal = 1;\n',
  'libs/streak-statistics/src/index.ts':
    "import { abnormal } from '@streakline/event-study';\nexport const chances = abnormal;\n",
  'libs/study-report/src/index.ts':
    "import { abnormal } from '@streakline/event-study';\nexport const curve = abnormal;\n",
  'libs/studies/src/index.ts': [
    "import { runs } from '@streakline/dossiers';",
    "import { engine } from '@streakline/projections';",
    "import { chances } from '@streakline/streak-statistics';",
    "import { curve } from '@streakline/study-report';",
    'export const studies = [runs, engine, chances, curve];',
    '',
  ].join('\n'),
  'libs/backtest/src/index.ts': "import { runs } from '@streakline/dossiers';\nexport const replay = runs;\n",
  'libs/performance/src/index.ts': 'export const sharpe = 1;\n',
  'libs/backtests/src/index.ts': [
    "import { replay } from '@streakline/backtest';",
    "import { sharpe } from '@streakline/performance';",
    "import { engine } from '@streakline/projections';",
    'export const backtests = [replay, sharpe, engine];',
    '',
  ].join('\n'),
  'libs/claims/src/index.ts': "import { runs } from '@streakline/dossiers';\nexport const judge = runs;\n",
  'libs/article-reading/src/index.ts':
    "import { id } from '@streakline/events';\nimport { parse } from 'yaml';\nexport const read = [id, parse];\n",
  'libs/articles/src/index.ts': "import { read } from '@streakline/article-reading';\nexport const articles = read;\n",
  'libs/price-files/src/index.ts': "import { open } from 'node:fs/promises';\nexport const rows = open;\n",
  'libs/price-import/src/index.ts': [
    "import { rows } from '@streakline/price-files';",
    "import { store } from '@streakline/event-store';",
    'export const imported = [rows, store];',
    '',
  ].join('\n'),
  'libs/client/src/index.ts': "export { page } from './page';\n",
  'libs/client/src/page.ts': 'export const page = 1;\n',
  'apps/dashboard/src/main.tsx': [
    "import { useState } from 'react';",
    "import { page } from '@streakline/client';",
    "import { sharpe } from '@streakline/performance';",
    'export const drawn = [useState, page, sharpe];',
    '',
  ].join('\n'),
  'libs/embedded-postgres/src/index.ts': "import { spawn } from 'node:child_process';\nexport const start = spawn;\n",
  'apps/query/src/main.ts': "import * as models from '@streakline/read-models';\nvoid models;\n",
  'apps/cli/src/demo/run-demo.ts': "import { start } from '@streakline/local-kafka';\nvoid start;\n",
  'infra/kafka-local.ts': "import { start } from '@streakline/local-kafka';\nvoid start;\n",
  'apps/intake/src/main.ts': "import * as announcements from '@streakline/announcements';\nvoid announcements;\n",
  'test/e2e/anything.ts': "import '../../libs/dossiers/src/views/runs';\nimport '../../apps/query/src/main';\n",
};

const importing = (what: string): string => `import * as planted from '${what}';\nexport default planted;\n`;

/** What each rule forbids, planted in a file of its own. */
const plants: readonly (readonly [rule: string, meaning: string, file: string, text: string])[] = [
  ['no-cycles', 'two files import each other', 'libs/projections/src/cycle-a.ts', importing('./cycle-b')],
  ['resolvable', 'an import leads nowhere', 'libs/projections/src/lost.ts', importing('@streakline/no-such-lib')],
  ['pure-libs-stay-pure', 'a fold imports the framework', 'libs/dossiers/src/p1.ts', importing('@nestjs/common')],
  ['pure-libs-stay-pure', 'the catalogue imports the database', 'libs/events/src/p2.ts', importing('pg')],
  [
    'pure-libs-stay-pure',
    'a statistic imports Kafka',
    'libs/event-study/src/p3.ts',
    importing('@streakline/event-log'),
  ],
  ['pure-libs-stay-pure', 'a verdict asks the database', 'libs/claims/src/p7.ts', importing('pg')],
  [
    'source-readers-only-read',
    'an article asks the store',
    'libs/article-reading/src/p8.ts',
    importing('@streakline/event-store'),
  ],
  ['source-readers-only-read', 'a reader opens files', 'libs/article-reading/src/p9.ts', importing('node:fs')],
  ['text-parsers-for-source-readers', 'the write side parses prose', 'libs/articles/src/p10.ts', importing('yaml')],
  ['price-files-know-no-store', 'a format writes', 'libs/price-files/src/p11.ts', importing('@streakline/event-store')],
  [
    'writing-never-imports-reading',
    'an article is judged on the way in',
    'libs/articles/src/p12.ts',
    importing('@streakline/claims'),
  ],
  [
    'dashboard-asks-by-the-client',
    'a page asks the database',
    'apps/dashboard/src/p13.tsx',
    importing('@streakline/read-models'),
  ],
  ['pure-libs-stay-pure', 'a base rate asks the database', 'libs/streak-statistics/src/p6.ts', importing('pg')],
  ['pure-libs-stay-pure', 'a report writes files', 'libs/study-report/src/p7.ts', importing('node:fs')],
  ['pure-libs-stay-pure', 'a report gathers studies', 'libs/study-report/src/p8.ts', importing('@streakline/studies')],
  ['pure-libs-stay-pure', 'a calendar reads files', 'libs/market-time/src/p4.ts', importing('node:fs/promises')],
  ['pure-libs-stay-pure', 'a fold imports the store', 'libs/dossiers/src/p5.ts', importing('@streakline/event-store')],
  ['deciders-stay-pure', 'a decider queries', 'libs/announcements/src/x/x.decider.ts', importing('pg')],
  ['deciders-stay-pure', 'a decider is injected', 'libs/market-data/src/x.decider.ts', importing('@nestjs/common')],
  ['deciders-stay-pure', 'a decider sleeps', 'libs/instruments/src/x.decider.ts', importing('node:timers/promises')],
  ['deciders-stay-pure', 'a decider knows its handler', 'libs/instruments/src/y.decider.ts', importing('./y.handler')],
  [
    'enter-libs-by-the-front-door',
    'a lib goes deep',
    'libs/projections/src/deep.ts',
    importing('../../event-store/src/inside'),
  ],
  [
    'enter-libs-by-the-front-door',
    'an app goes deep',
    'apps/query/src/deep.ts',
    importing('../../../libs/dossiers/src/views/runs'),
  ],
  [
    'libs-never-import-apps',
    'a lib imports an app',
    'libs/web-api/src/upwards.ts',
    importing('../../../apps/query/src/main'),
  ],
  [
    'libs-never-import-apps',
    'a lib imports a script',
    'libs/web-api/src/sideways.ts',
    importing('../../../infra/kafka-local'),
  ],
  [
    'read-models-do-not-know-each-other',
    'a room enters another',
    'libs/read-models/src/timelines/peek.ts',
    importing('../market-caps/caps'),
  ],
  [
    'reading-never-imports-writing',
    'a read model decides',
    'libs/read-models/src/timelines/write.ts',
    importing('@streakline/announcements'),
  ],
  [
    'reading-never-imports-writing',
    'the query process writes',
    'apps/query/src/write.ts',
    importing('@streakline/announcements'),
  ],
  [
    'reading-never-imports-writing',
    'a study records its selection',
    'libs/studies/src/write.ts',
    importing('@streakline/announcements'),
  ],
  [
    'writing-never-imports-reading',
    'a decision rests on a study',
    'libs/announcements/src/study.ts',
    importing('@streakline/studies'),
  ],
  [
    'writing-never-imports-reading',
    'a handler asks a read model',
    'libs/announcements/src/peek.ts',
    importing('@streakline/read-models'),
  ],
  [
    'writing-never-imports-reading',
    'intake folds dossiers',
    'apps/intake/src/peek.ts',
    importing('@streakline/dossiers'),
  ],
  [
    'one-barrel-a-lib',
    'a folder inside a lib has a barrel',
    'libs/dossiers/src/views/index.ts',
    "export * from './runs';\n",
  ],
  [
    'embedded-postgres-stands-alone',
    'the starter needs a lib',
    'libs/embedded-postgres/src/needy.ts',
    importing('@streakline/events'),
  ],
  [
    'testing-is-for-specs',
    'a process loads test builders',
    'apps/query/src/builders.ts',
    importing('@streakline/testing'),
  ],
  [
    'local-kafka-is-for-trying-out',
    'a process starts its own broker',
    'apps/intake/src/broker.ts',
    importing('@streakline/local-kafka'),
  ],
  ['kafkajs-behind-its-port', 'a lib talks to Kafka past the port', 'libs/relay/src/bare.ts', importing('kafkajs')],
  ['kafkajs-behind-its-port', 'a process talks to Kafka past the port', 'apps/query/src/bare.ts', importing('kafkajs')],
  ['arrow-behind-its-format', 'a study writes Arrow by itself', 'libs/studies/src/bare.ts', importing('apache-arrow')],
  ['pure-libs-stay-pure', 'a strategy reads a file', 'libs/backtest/src/p9.ts', importing('node:fs')],
  [
    'pure-libs-stay-pure',
    'a tearsheet asks the store',
    'libs/performance/src/p10.ts',
    importing('@streakline/event-store'),
  ],
  [
    'reading-never-imports-writing',
    'a backtest decides',
    'libs/backtests/src/deciding.ts',
    importing('@streakline/announcements'),
  ],
  ['client-stands-alone', 'the client takes types of ours', 'libs/client/src/ours.ts', importing('@streakline/events')],
  [
    'writing-never-imports-reading',
    'the inbound topics ask a projection',
    'libs/inbound/src/peek.ts',
    importing('@streakline/projections'),
  ],
  [
    'no-development-packages-at-run-time',
    'a lib needs a dev package',
    'libs/projections/src/dev.ts',
    importing('fast-check'),
  ],
];

/** What the plants lead to; these break nothing by themselves. */
const props: Tree = {
  'libs/projections/src/cycle-b.ts': "import './cycle-a';\n",
  'libs/event-store/src/inside.ts': 'export const secret = 1;\n',
  'libs/instruments/src/y.handler.ts': 'export const handle = 1;\n',
};

const folders = ['apps', 'libs', 'infra', 'test'];

function violationsOf(tree: Tree): readonly Violation[] {
  const root = plantTree(tree);
  try {
    return cruise(root, folders);
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('the boundaries', () => {
  let found: readonly Violation[];

  beforeAll(() => {
    const planted = Object.fromEntries(plants.map(([, , file, text]) => [file, text]));
    found = violationsOf({ ...sound, ...props, ...planted });
  });

  it.each(plants)('%s: fires when %s', (rule, _meaning, file) => {
    expect(found.filter(({ from }) => from === file).map((violation) => violation.rule)).toEqual([rule]);
  });

  it('have no rule without a planted violation', () => {
    const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>('../../.dependency-cruiser.js');
    expect(new Set(plants.map(([rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
  });

  it('let a sound tree pass', () => {
    expect(violationsOf(sound)).toEqual([]);
  });

  it('hold in this repository', () => {
    expect(cruise(projectRoot, ['apps', 'libs', 'bench', 'bin', 'examples', 'infra', 'test'])).toEqual([]);
  });
});
