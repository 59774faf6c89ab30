import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { plantTree, projectRoot } from './planted-tree';

const lines = (count: number): string => Array.from({ length: count }, (_, line) => `Math.abs(${line});`).join('\n');
const branches = Array.from({ length: 15 }, (_, at) => `if (n === ${at}) return ${at};`).join('\n');
const later = 'const later = () => Promise.resolve(1);\n';

/** What each rule forbids, planted in a file of its own. */
const plants: readonly (readonly [rule: string, meaning: string, file: string, text: string])[] = [
  [
    '@typescript-eslint/no-explicit-any',
    'any',
    'libs/x/src/any.ts',
    'export const x = (y: any): boolean => y === 1;\n',
  ],
  [
    '@typescript-eslint/no-floating-promises',
    'a promise nobody awaits',
    'libs/x/src/floating.ts',
    `${later}later();\n`,
  ],
  [
    '@typescript-eslint/no-misused-promises',
    'a promise given to what awaits none',
    'libs/x/src/misused.ts',
    `${later}[1].forEach(async () => {\n  await later();\n});\n`,
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'a case left out',
    'libs/x/src/switch.ts',
    "export function x(side: 'up' | 'down'): void {\n  switch (side) {\n    case 'up':\n      return;\n  }\n}\n",
  ],
  [
    '@typescript-eslint/consistent-type-imports',
    'a type imported as a value',
    'libs/x/src/type-import.ts',
    "import { Shape } from './sound.service';\nexport const x: Shape = { sides: 3 };\n",
  ],
  ['max-lines', 'a file of 301 lines', 'libs/x/src/long-file.ts', lines(301)],
  [
    'max-lines-per-function',
    'a function of 41 lines',
    'libs/x/src/long-function.ts',
    `export function x(): void {\n${lines(39)}\n}\n`,
  ],
  [
    'complexity',
    'a function of many ways',
    'libs/x/src/branches.ts',
    `export function x(n: number): number {\n${branches}\nreturn 0;\n}\n`,
  ],
  ['no-warning-comments', 'work left over', 'libs/x/src/left-over.ts', '// TODO later\nexport const x = 1;\n'],
  ['no-console', 'printing past the log', 'libs/x/src/printing.ts', "console.log('x');\n"],
  [
    'no-restricted-syntax',
    'a value asserted unseen',
    'libs/x/src/asserted.ts',
    'export const x = (y?: string): number => y!.length;\n',
  ],
  ['no-restricted-syntax', 'a barrel inside a lib', 'libs/x/src/barrel.ts', "export * from './sound.service';\n"],
  [
    '@typescript-eslint/no-explicit-any',
    'a rule silenced in place',
    'libs/x/src/silenced.ts',
    '// eslint-disable-next-line @typescript-eslint/no-explicit-any\nexport const x = (y: any): boolean => y === 1;\n',
  ],
];

const sound = {
  'libs/x/src/console.d.ts': 'declare const console: { log(text: string): void };\n',
  'libs/x/src/index.ts': "export * from './sound.service';\n",
  'libs/x/src/sound.service.ts':
    'export class Service {\n  readonly name = 1;\n}\nexport interface Shape {\n  sides: number;\n}\n',
  // Nest injects by the constructor's types: the import must stay a value though it is used as a type only.
  'libs/x/src/sound.handler.ts': [
    "import { Service } from './sound.service';",
    'const Injectable = (): ClassDecorator => () => undefined;',
    '@Injectable()',
    'export class Handler {',
    '  constructor(private readonly service: Service) {}',
    '  total(row: Float64Array): number {',
    '    return row[0]! + this.service.name;',
    '  }',
    '}',
    '',
  ].join('\n'),
  'libs/x/src/sound.spec.ts': `export function story(): void {\n${lines(60)}\n}\n`,
};

interface FileReport {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string; readonly severity: number }[];
}

/** ESLint of `npm run lint`, run apart because it loads its configuration in ways that Jest's modules do not know. */
function lint(root: string): readonly FileReport[] {
  const program = join(projectRoot, 'node_modules', 'eslint', 'bin', 'eslint.js');
  const args = [program, '--config', join(projectRoot, 'eslint.config.js'), '--format', 'json', 'libs'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (stdout === '') throw new Error(`ESLint did not run: ${stderr}`);
  return JSON.parse(stdout);
}

describe('the lint rules', () => {
  let reports: ReadonlyMap<string, readonly (string | null)[]>;

  beforeAll(() => {
    const root = plantTree({ ...sound, ...Object.fromEntries(plants.map(([, , file, text]) => [file, text])) });
    try {
      const errors = lint(root).map(({ filePath, messages }) => {
        const rules = messages.filter(({ severity }) => severity === 2).map(({ ruleId, message }) => ruleId ?? message);
        return [filePath.slice(filePath.indexOf('libs/x/')), rules] as const;
      });
      reports = new Map(errors);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it.each(plants)('%s: fires on %s', (rule, _meaning, file) => {
    expect(reports.get(file)).toEqual([rule]);
  });

  it.each(Object.keys(sound))('let %s pass', (file) => {
    expect(reports.get(file)).toEqual([]);
  });
});
