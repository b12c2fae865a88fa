import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

export default ts.config(
  { ignores: ['dist', 'exports', '.huibao', 'tests/fixtures/**/dist', '**/node_modules'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    rules: {
      'eqeqeq': 'error',
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }], // Fixtures of vitest are asked for by pattern.
      'no-undef': 'off', // TypeScript does this.
      'no-restricted-properties': [
        'error',
        { object: 'Intl', property: 'NumberFormat', message: 'Numbers are printed by data/format.ts alone.' },
        { property: 'toLocaleString', message: 'Numbers are printed by data/format.ts alone.' },
      ],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off', // Stands where an invariant is known; noUncheckedIndexedAccess asks for it.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true }],
      'vue/multi-word-component-names': 'off', // Slidev's layouts and <Fig> have one word.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/require-default-prop': 'off', // Optional props are typed as such.
    },
  },
  {
    files: ['scripts/**', 'tests/**', 'eslint.config.js'],
    rules: { 'no-console': 'off' },
  },
)
