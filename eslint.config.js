import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

export default ts.config(
  { ignores: ['dist', 'exports', '**/.huibao', 'tests/fixtures/**/dist', '**/node_modules'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  // Prettier says how code is laid out.
  prettier,
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    rules: {
      eqeqeq: 'error',
      // Prettier breaks code, but neither comments nor what must stay in one piece.
      'max-len': [
        'error',
        { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true },
      ],
      // Fixtures of vitest are asked for by pattern.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      'no-undef': 'off', // TypeScript does this.
      'no-restricted-properties': [
        'error',
        { object: 'Intl', property: 'NumberFormat', message: 'Numbers are printed by model/format.ts alone.' },
        { property: 'toLocaleString', message: 'Numbers are printed by model/format.ts alone.' },
      ],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Stands where an invariant is known; noUncheckedIndexedAccess asks for it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'vue/multi-word-component-names': 'off', // Slidev's layouts and <Fig> have one word.
      'vue/require-default-prop': 'off', // Optional props are typed as such.
    },
  },
  {
    files: ['scripts/**', 'tests/**', 'eslint.config.js'],
    rules: { 'no-console': 'off' },
  },
)
