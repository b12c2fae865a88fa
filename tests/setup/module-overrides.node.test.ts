import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { aliases, moduleOverrides, replacementPath } from '../../setup/vite/module-overrides/overrides.ts'
import { modulePath } from '../../setup/vite/module-overrides/plugin.ts'
import { ROOT } from '../support/project.ts'

function read(path: string): string {
  return readFileSync(`${ROOT}${/^model\//.test(path) ? '' : 'node_modules/'}${path}`, 'utf8')
}

/** The import of `source` in a module: what stands between `import` and `from`, empty for its effects alone. */
function importOf(text: string, source: string): string | undefined {
  const match = new RegExp(`^import (?:((?!type)[^;'"]*?) from )?['"]${RegExp.escape(source)}['"]`, 'm').exec(text)
  return match ? (match[1] ?? '') : undefined
}

/** The names that an import takes; `default` for what has no braces. */
function namesOf(clause: string): string[] {
  const braces = /\{([^}]*)\}/.exec(clause)
  const named =
    braces?.[1]!
      .split(',')
      .map(name => name.trim().split(/\s+as\s+/)[0]!)
      .filter(name => name && !name.startsWith('type ')) ?? []
  return clause
    .replace(/\{[^}]*\}/, '')
    .replaceAll(',', '')
    .trim()
    ? ['default', ...named]
    : named
}

function exportsOf(text: string): string[] {
  const declared = [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name]) => name!)
  const listed = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names]) =>
    names!.split(',').map(name =>
      name
        .trim()
        .split(/\s+as\s+/)
        .at(-1)!,
    ),
  )
  return [...declared, ...listed, ...(/^export default/m.test(text) ? ['default'] : [])]
}

/** Where Slidev's command is, with a slash at its end. */
function cliFolder(): string {
  return fileURLToPath(import.meta.resolve('@slidev/cli/bin/slidev.mjs')).replace(/bin[\\/]slidev\.mjs$/, 'dist/')
}

/** What the built site gets instead of modules, for a deck of one slide. */
function aliasesOf(text: string, drawings = false): Record<string, string> {
  return aliases({ text, drawings })
}

describe('what a built site gets instead of a module', () => {
  it.each(moduleOverrides.map(each => [each.importer, each.source, each.replacement]))(
    '%s still imports %s, and %s has what it takes',
    (importer, source, replacement) => {
      const clause = importOf(read(importer), source)
      expect(clause, '这个版本不再这样引入：请在 setup/vite/module-overrides/overrides.ts 里改正或删去').toBeDefined()
      expect(exportsOf(readFileSync(replacementPath(replacement), 'utf8'))).toEqual(
        expect.arrayContaining(namesOf(clause!)),
      )
    },
  )

  it.each(Object.entries(aliasesOf('')).filter(([name]) => name !== 'vue'))(
    'Slidev still imports %s, and %s has what it takes',
    async (name, instead) => {
      // The modules that its command writes stand in it line by line.
      const clauses = [`${ROOT}node_modules/@slidev/client/`, cliFolder()]
        .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => folder + file))
        .filter(file => /\.(?:ts|vue|mjs)$/.test(file))
        .flatMap(file => importOf(readFileSync(file, 'utf8').replace(/^\s*`/gm, ''), name) ?? [])
      expect(clauses).not.toEqual([])
      expect(Object.keys(await import(instead))).toEqual(expect.arrayContaining(clauses.flatMap(namesOf)))
    },
  )

  it('Slidev asks for Vue with its compiler, and Vue without has the same names', () => {
    const cli = cliFolder()
    const whole = 'vue/dist/vue.esm-bundler.js'
    expect(readdirSync(cli).some(file => readFileSync(cli + file, 'utf8').includes(whole))).toBe(true)
    const exported = [read(whole), readFileSync(aliasesOf('').vue!, 'utf8')].map(text =>
      [...text.matchAll(/^export (?:\* from ['"]([^'"]+)['"]|\{ (?:\w+ as )?(\w+) \})/gm)]
        .map(([, from, name]) => from ?? name)
        .sort(),
    )
    expect(exported[1]).toEqual(exported[0])
    expect(exported[0]).toContain('@vue/runtime-dom')
  })

  it('hover cards of code samples stay where a slide uses them', () => {
    const client = '@shikijs/vitepress-twoslash/client'
    expect(aliasesOf('```ts\nconst a = 1\n```')).toHaveProperty([client])
    expect(aliasesOf('```ts twoslash\nconst a = 1\n```')).not.toHaveProperty([client])
  })

  it.each(['v-mark', 'v-motion', 'v-drag'])('%s stays where a slide or a component of the deck uses it', directive => {
    expect(aliasesOf('<p>a</p>')).toHaveProperty([`../modules/${directive}`])
    expect(aliasesOf(`<p ${directive}.red>a</p>`)).not.toHaveProperty([`../modules/${directive}`])
  })

  it('pens stay in a site that has them', () => {
    expect(aliasesOf('')).toHaveProperty('drauu')
    expect(aliasesOf('', true)).not.toHaveProperty('drauu')
  })
})

describe('module paths', () => {
  it.each([
    ['/p/node_modules/a/node_modules/@b/c/d.vue?vue&type=script', '@b/c/d.vue'],
    ['/p/model/x.ts', 'model/x.ts'],
    ['/elsewhere/x.ts', '/elsewhere/x.ts'],
  ])('%s is %s', (id, path) => {
    expect(modulePath(id, '/p/')).toBe(path)
  })
})
