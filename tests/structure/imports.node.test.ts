import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/project.ts'

/** What each folder may import, besides itself. */
const STAIRCASE: Readonly<Record<string, readonly string[]>> = {
  data: [],
  model: [],
  styles: [],
  components: ['model', 'styles'],
  layouts: ['components', 'model', 'styles'],
  setup: ['components', 'model', 'styles'],
  scripts: ['setup', 'components', 'model', 'styles'],
}

const IMPORT = /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)['"](\.{1,2}\/[^'"?]+)/g

const files = Object.keys(STAIRCASE)
  .flatMap(folder =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(name =>
      path.posix.join(folder, name.replaceAll('\\', '/')),
    ),
  )
  .filter(file => /\.(?:ts|vue)$/.test(file) && !file.startsWith('scripts/new/deck/'))

/** Relative imports, of types too, from the root of the repository. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8')
  return [...text.matchAll(IMPORT)].map(([, source]) => path.posix.join(path.posix.dirname(file), source!))
}

const graph = new Map(files.map(file => [file, importsOf(file)]))

/** The first circle that is found from a file on, in order. */
function circleFrom(file: string, above: readonly string[], done: Set<string>): string[] | undefined {
  if (above.includes(file)) return [...above.slice(above.indexOf(file)), file]
  if (done.has(file)) return undefined
  done.add(file)
  for (const next of graph.get(file) ?? []) {
    const circle = circleFrom(next, [...above, file], done)
    if (circle) return circle
  }
  return undefined
}

describe('imports', () => {
  it('are seen at all, and lead to files', () => {
    expect(files.length).toBeGreaterThan(300)
    const missing = [...graph].flatMap(([file, targets]) =>
      targets
        .filter(target => !statSync(path.join(ROOT, target), { throwIfNoEntry: false }))
        .map(target => `${file} → ${target}`),
    )
    expect(missing).toEqual([])
  })

  it('go down the staircase only', () => {
    const up = [...graph].flatMap(([file, targets]) => {
      const folder = file.split('/')[0]!
      return targets
        .filter(target => ![folder, ...STAIRCASE[folder]!].includes(target.split('/')[0]!))
        .map(target => `${file} → ${target}`)
    })
    expect(up).toEqual([])
  })

  it('make no circle, of types neither', () => {
    const done = new Set<string>()
    expect(files.flatMap(file => circleFrom(file, [], done) ?? [])).toEqual([])
  })
})
