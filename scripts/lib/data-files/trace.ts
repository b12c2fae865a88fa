import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { DeckSource } from '../../../model/source.ts'
import { loadSource } from '../../../model/load.ts'
import { parseModule, visit, type DataModule, type Node } from './syntax.ts'

/** A literal in a data file. */
export interface Origin {
  module: DataModule
  node: Node
}

/** A deck's data together with where it is written. */
export interface TracedSource {
  source: DeckSource
  modules: ReadonlyMap<string, DataModule>
  /** The literal that an object or list of the data was made by; undefined for what code has made. */
  originOf: (value: object) => Origin | undefined
}

const DATA = 'data'
let traced = 0

/**
 * Reads a deck's data, and remembers for each object and list the literal that made it: the files are run with a call
 * around each literal.
 * @param root folder of the deck
 */
export async function traceSource(root: string): Promise<TracedSource> {
  const modules = new Map([...(await dataFiles(root))].map(([file, text]) => [file, parseModule(file, text)] as const))
  const origins: Origin[] = []
  const made = new WeakMap<object, Origin>()
  const name = `__huibaoOrigin${(traced += 1)}`
  const files = new Map([...modules.values()].map(module => [module.file, marked(module, name, origins)]))
  const global = globalThis as unknown as Record<string, unknown>
  global[name] = <Value extends object>(index: number, value: Value): Value => {
    made.set(value, origins[index]!)
    return value
  }
  try {
    return { source: await loadFiles(root, files), modules, originOf: value => made.get(value) }
  } finally {
    delete global[name]
  }
}

/** The data that files would say if they stood in a deck. @param files by their paths from its root */
export async function loadFiles(root: string, files: ReadonlyMap<string, string>): Promise<DeckSource> {
  const folder = path.join(root, '.huibao')
  await mkdir(folder, { recursive: true })
  const scratch = await mkdtemp(path.join(folder, 'data-'))
  try {
    for (const [file, text] of files) {
      await mkdir(path.dirname(path.join(scratch, file)), { recursive: true })
      await writeFile(path.join(scratch, file), text)
    }
    // Its like will not be read again.
    return await loadSource(scratch, { keep: false })
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** The TypeScript files of a deck's `data/`, by their paths from its root. */
export async function dataFiles(root: string): Promise<Map<string, string>> {
  const names = await readdir(path.join(root, DATA), { recursive: true })
  const files = names
    .map(name => `${DATA}/${name.replaceAll('\\', '/')}`)
    .filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort()
  return new Map(
    await Promise.all(files.map(async file => [file, await readFile(path.join(root, file), 'utf8')] as const)),
  )
}

/** The text of a module with a call around each literal. */
function marked(module: DataModule, name: string, origins: Origin[]): string {
  const { text, program } = module
  const marks: { at: number; order: number; text: string }[] = []
  visit(program, node => {
    if (node.type !== 'ObjectExpression' && node.type !== 'ArrayExpression') return
    const index = origins.push({ module, node }) - 1
    marks.push({ at: node.start, order: index, text: `globalThis.${name}(${index}, ` })
    // What closes at one place closes from the inside out.
    marks.push({ at: node.end, order: -index, text: ')' })
  })
  marks.sort((a, b) => a.at - b.at || a.order - b.order)
  let done = 0
  const pieces = marks.map(({ at, text: mark }) => {
    const piece = text.slice(done, at) + mark
    done = at
    return piece
  })
  return pieces.join('') + text.slice(done)
}
