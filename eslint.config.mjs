import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { importDirection } from './eslint/import-direction.mjs';

// APIs that the oldest runtime of the bundles (Node 18.15, Chromium 114) lacks and the types cannot refuse.
const MISSING_APIS = [
  ['Promise', 'withResolvers'],
  ['Promise', 'try'],
  ['Object', 'groupBy'],
  ['Map', 'groupBy'],
  ['Array', 'fromAsync'],
  ['AbortSignal', 'any'],
  ['URL', 'canParse'],
].map(([object, property]) => ({ object, property, message: 'Not in Node 18.15 or Chromium 114.' }));

const SYNTAX = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  {
    selector: 'CallExpression[callee.property.name=/^(readdir|readdirSync)$/] Property[key.name="recursive"]',
    message: 'Node 18.15 ignores it silently: walk the folders by hand.',
  },
  {
    selector: 'MemberExpression[property.name=/^(parentPath)$/]',
    message: 'Not in Node 18.15: keep the folder that was read.',
  },
];
const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that every import calls it the same.',
};

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      // File names and texts of others hold control characters; we look for them.
      'no-control-regex': 'off',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-implicit-coercion': 'error',
      'no-restricted-properties': ['error', ...MISSING_APIS],
      'no-restricted-syntax': ['error', ...SYNTAX, NO_DEFAULT_EXPORT],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60 }],
    },
  },
  {
    files: ['**/*.{ts,mts,tsx}'],
    ignores: ['*.config.{ts,mts}', 'e2e/*.config.ts'],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)) },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['**/*.test.ts', '**/*.test.tsx', '**/*.test-*.ts'],
    plugins: { hearback: { rules: { 'import-direction': importDirection } } },
    rules: { 'hearback/import-direction': 'error' },
  },
  {
    files: ['src/renderer/**/*.ts', 'src/renderer/**/*.tsx'],
    ...reactHooks.configs.flat.recommended,
  },
  {
    files: [
      '**/*.test.ts',
      '**/*.test.tsx',
      '**/*.test-*.ts',
      'e2e/**/*.ts',
      'bench/**/*.ts',
      'proof/**/*.ts',
    ],
    rules: {
      'max-lines': ['error', { max: 500 }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['**/*.mjs', '*.config.{ts,mts}', 'e2e/*.config.ts'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off', 'no-undef': 'error' },
  },
  {
    files: ['e2e/**/*.ts'],
    // Playwright tells by the pattern which fixtures are wanted: none.
    rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: globals.node, sourceType: 'commonjs' },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/main/cli*.ts', 'bench/**/*.ts', 'e2e/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // These tools read a default export.
    files: ['*.config.{ts,mts,mjs}', 'e2e/*.config.ts'],
    extends: [tseslint.configs.recommended],
    rules: { 'no-restricted-syntax': ['error', ...SYNTAX], '@typescript-eslint/no-deprecated': 'off' },
  },
);
