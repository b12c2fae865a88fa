import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { withoutNote } from '../../setup/vite/slim/notes.ts'
import { pages, withImports } from '../../setup/vite/slim/pages.ts'
import { modulePath } from '../../setup/vite/slim/plugin.ts'
import { seams, swaps } from '../../setup/vite/slim/seams.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

function read(path: string): string {
  return readFileSync(`${ROOT}${/^model\//.test(path) ? '' : 'node_modules/'}${path}`, 'utf8')
}

/** The import of `source` in a module: what stands between `import` and `from`, empty for its effects alone. */
function importOf(text: string, source: string): string | undefined {
  const escaped = source.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  const match = new RegExp(`^import (?:((?!type)[^;'"]*?) from )?['"]${escaped}['"]`, 'm').exec(text)
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

describe('what is left out of a built site', () => {
  it.each(seams.map(seam => [seam.importer, seam.source, seam.instead]))(
    '%s still imports %s, and %s has what it takes',
    (importer, source, instead) => {
      const clause = importOf(read(importer), source)
      expect(clause, '这个版本不再这样引入：请在 setup/vite/slim/seams.ts 里改正或删去').toBeDefined()
      if (instead.startsWith('stubs/') && instead.endsWith('.ts'))
        expect(exportsOf(readFileSync(`${ROOT}setup/vite/slim/${instead}`, 'utf8'))).toEqual(
          expect.arrayContaining(namesOf(clause!)),
        )
    },
  )

  it('takes the part of Unhead that is used wherever it is used, for a page would lack it', () => {
    const client = 'node_modules/@slidev/client/'
    const users = readdirSync(ROOT + client, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(?:ts|vue)$/.test(entry.name))
      .map(entry => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
      .filter(path => /from '@unhead\/vue/.test(readFileSync(path, 'utf8')))
      .map(path => modulePath(path, ROOT))
    expect(users.sort()).toEqual(
      seams
        .filter(({ source }) => source.startsWith('@unhead/'))
        .map(({ importer }) => importer)
        .sort(),
    )
  })

  it.each(Object.entries(swaps))('%s is what Slidev asks for, and %s has the same names', (whole, light) => {
    const cli = fileURLToPath(import.meta.resolve('@slidev/cli/bin/slidev.mjs')).replace(
      /bin[\\/]slidev\.mjs$/,
      'dist/',
    )
    expect(readdirSync(cli).some(file => readFileSync(cli + file, 'utf8').includes(whole))).toBe(true)
    const exported = [whole, light].map(path =>
      [...read(path).matchAll(/^export (?:\* from ['"]([^'"]+)['"]|\{ (?:\w+ as )?(\w+) \})/gm)]
        .map(([, from, name]) => from ?? name)
        .sort(),
    )
    expect(exported[1]).toEqual(exported[0])
    expect(exported[0]).toContain('@vue/runtime-dom')
  })

  it.each([
    ['v-mark', 'a <span v-mark.red>b</span>'],
    ['v-motion', '<p v-motion :initial="{ x: 0 }">b</p>'],
    ['v-drag', '<img v-drag="[1,2,3,4]">'],
    ['v-drag', '<v-drag pos="1,2,3,4">b</v-drag>'],
  ])('%s stays where a slide uses it', (name, text) => {
    const seam = seams.find(({ source }) => source === `../modules/${name}`)!
    expect(seam.needed?.({ text, drawings: false })).toBe(true)
    expect(seam.needed?.({ text: 'a <span v-click>b</span>', drawings: false })).toBe(false)
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

describe('what other pages import', () => {
  const all = readdirSync(`${ROOT}node_modules/@slidev/client/pages`, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.vue'))
    .map(file => file.replaceAll('\\', '/').replace(/\.vue$/, ''))

  it("goes to every page of Slidev's but those of the first view, and that for what is missing", () => {
    expect(all.filter(page => !['404', 'play', 'print'].includes(page)).sort()).toEqual(Object.keys(pages).sort())
  })

  it.each(Object.entries(pages))('stands in the script of the page %s', (page, modules) => {
    const source = withImports(read(`@slidev/client/pages/${page}.vue`), modules)
    expect(source.match(/<script\b/g)).toHaveLength(1)
    expect(source).toMatch(/^<script setup(?: lang="ts")?>\nimport '(?:virtual|uno):/)
  })
})

describe('notes', () => {
  it('are taken out of a slide with all else kept, dollar signs too', () => {
    const record = { title: '$& 甲', noteHTML: '<p>$1</p>', frontmatterRaw: 'a: b', index: 3 }
    const taken = withoutNote(`  slide: {\n    ...(${JSON.stringify(record)}),\n    frontmatter,\n`)
    expect(taken?.note).toBe('<p>$1</p>')
    expect(taken?.code).toBe('  slide: {\n    ...({"title":"$& 甲","index":3,"noteHTML":""}),\n    frontmatter,\n')
  })

  it('that cannot be found are told from slides without', () => {
    expect(withoutNote('slide: {}')).toBeUndefined()
    expect(withoutNote('    ...({"title":"甲"}),')?.note).toBe('')
  })
})
