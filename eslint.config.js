const js = require('@eslint/js');
const { defineConfig, globalIgnores } = require('eslint/config');
const reactHooks = require('eslint-plugin-react-hooks');
const tseslint = require('typescript-eslint');

/** Beyond these a unit is read as several, so it is written as several. Specs may be as long as their story. */
const sizes = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  complexity: ['error', { max: 15 }],
  'max-depth': ['error', { max: 4 }],
  'max-params': ['error', { max: 6 }],
};

const house = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/no-import-type-side-effects': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
  ],
  // DTO classes are zod schemas under a name that Nest can reflect on: a literal of that shape is one of them.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  // It does not see that fields and captured variables change while a promise is awaited.
  '@typescript-eslint/no-unnecessary-condition': 'off',
  // A Nest module is a class with a decorator and nothing in it.
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/no-unused-vars': [
    'error',
    {
      argsIgnorePattern: '^_',
      varsIgnorePattern: '^_',
      destructuredArrayIgnorePattern: '^_',
      ignoreRestSiblings: true,
    },
  ],
  // `read<Shape>(file)` says what the caller expects of data from outside.
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  // Many ports are asynchronous by contract, whatever one adapter needs.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
  eqeqeq: 'error',
  'no-console': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
  // Asserting an element of an array whose bounds the loop knows is honest, and free; asserting anything else hides a case.
  '@typescript-eslint/no-non-null-assertion': 'off',
};

const nonNullAssertion = {
  selector: 'TSNonNullExpression:not([expression.type="MemberExpression"][expression.computed=true])',
  message: 'Only an indexed element may be asserted (`row[i]!`); check the value instead.',
};
const reExport = [
  {
    selector: 'ExportAllDeclaration',
    message: 'A barrel: only libs/<lib>/src/index.ts, the front door, re-exports.',
  },
  {
    selector: 'ExportNamedDeclaration[source]',
    message: 'A barrel: only libs/<lib>/src/index.ts, the front door, re-exports.',
  },
];

module.exports = defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    'node_modules/',
    '.streakline/',
    '.streakline-kafka/',
    'libs/client/dist/',
    'libs/client/src/api-schema.ts',
  ]),
  // A rule that has to be silenced in one place is a rule to change here, for everyone.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    ignores: ['apps/dashboard/**'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: './tsconfig.json',
        tsconfigRootDir: process.cwd(),
        // Nest reads constructor types at run time: where a decorator stands, an import of a class stays a value.
        emitDecoratorMetadata: true,
        experimentalDecorators: true,
      },
    },
    rules: { ...house, ...sizes, 'no-restricted-syntax': ['error', nonNullAssertion, ...reExport] },
  },
  // The dashboard is a browser's program: another library of types, JSX, and the rules of hooks.
  {
    files: ['apps/dashboard/src/**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, reactHooks.configs.flat.recommended],
    languageOptions: { parserOptions: { project: 'apps/dashboard/tsconfig.json', tsconfigRootDir: process.cwd() } },
    rules: {
      ...house,
      ...sizes,
      'no-restricted-syntax': ['error', nonNullAssertion, ...reExport],
      // For the React Compiler, which is not used here.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['**/*.spec.ts', 'test/**/*.ts', 'libs/*/test/**/*.ts', 'libs/testing/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', ...reExport],
      // supertest's bodies and JSON.parse are `any`; the expectations check their shape.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    },
  },
  {
    files: ['libs/*/src/index.ts'],
    rules: { 'no-restricted-syntax': ['error', nonNullAssertion] },
  },
  {
    files: ['bench/**/*.ts', 'scripts/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        require: 'readonly',
        module: 'writable',
        process: 'readonly',
        __dirname: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        URL: 'readonly',
      },
    },
    rules: sizes,
  },
);
