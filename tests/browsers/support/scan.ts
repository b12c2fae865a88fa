import { ESLint, type Linter } from 'eslint'
import compat from 'eslint-plugin-compat'
import esx from 'eslint-plugin-es-x'

/** The browsers of `vite.config.ts`, by the names of browserslist. */
const BROWSERS = ['chrome 90', 'ios 15', 'safari 15', 'firefox 115']

/** Newer than ECMAScript 2021, and known to all of them. */
const KNOWN = ['instance-fields', 'static-fields', 'private-fields', 'private-methods'].map(
  name => `es-x/no-class-${name}`,
)
/**
 * Methods that are told apart from others of the same name by what they are called on alone, which a packed script does
 * not show. `tests/browsers/old.browser.test.ts` takes them away.
 */
const NAMESAKES = /\/no-(?:iterator-prototype-|set-prototype-|resizable-and-growable-|arraybuffer-prototype-)/

/** What only newer browsers know of a page, and no plugin sees: they judge the language and what is global. */
const NEWER_DOM = [
  ...['checkVisibility', 'moveBefore', 'showPopover', 'hidePopover', 'togglePopover', 'getHTML', 'setHTML'].map(
    property => ({ property }),
  ),
  { object: 'AbortSignal', property: 'timeout' },
  { object: 'AbortSignal', property: 'any' },
  { object: 'crypto', property: 'randomUUID' },
  { object: 'scheduler', property: 'yield' },
  { object: 'scheduler', property: 'postTask' },
]

/** What scripts of a site use that a supported browser lacks. */
export interface Lacking {
  rule: string
  message: string
  /** The script's name without its digest, and what stands there. */
  place: string
}

/** Rules of `es-x` against what is newer than ECMAScript 2021. */
function newerThanAll(): Linter.RulesRecord {
  return Object.fromEntries(
    Object.keys(esx.configs['flat/restrict-to-es2021'].rules ?? {})
      .filter(name => !NAMESAKES.test(name) && !KNOWN.includes(name))
      .map(name => [name, 'error']),
  )
}

async function lint(folder: string, files: readonly string[], config: Linter.Config): Promise<Lacking[]> {
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    ignore: false,
    allowInlineConfig: false,
    overrideConfig: [{ linterOptions: { reportUnusedDisableDirectives: false }, ...config }],
  })
  const results = await eslint.lintFiles([...files])
  return results.flatMap(({ filePath, source = '', messages }) =>
    messages.map(({ ruleId, message, line, column }) => {
      const text = source.split('\n')[line - 1]?.slice(Math.max(0, column - 30), column + 30) ?? ''
      return { rule: ruleId ?? 'grammar', message, place: `${filePath.slice(folder.length + 1)}: ${text}` }
    }),
  )
}

/** Everything in the modules of a built site that the oldest supported browsers lack. */
export function lackingIn(folder: string, files: readonly string[] = ['**/*.js']): Promise<Lacking[]> {
  return lint(folder, files, {
    plugins: { 'es-x': esx, compat },
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    settings: { 'es-x': { aggressive: true }, browsers: BROWSERS },
    rules: {
      ...newerThanAll(),
      'es-x/no-regexp-lookbehind-assertions': 'error',
      'compat/compat': 'error',
      'no-restricted-properties': ['error', ...NEWER_DOM],
    },
  })
}

/** What a script has beyond the grammar of ECMAScript 5, if anything. */
export function beyondEs5(folder: string, file: string): Promise<Lacking[]> {
  return lint(folder, [file], {
    languageOptions: { ecmaVersion: 5, sourceType: 'script' },
  })
}
