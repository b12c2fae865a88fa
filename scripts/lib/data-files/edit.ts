import { isDeepStrictEqual } from 'node:util'
import type { DeckSource } from '../../../model/source.ts'
import { HuibaoError, messageOf } from '../../../model/errors.ts'
import { afterComment, columnAt, Edits, hasComments, indentAt, isOnOneLine, itemEnd } from './edits.ts'
import { Lists } from './edit-lists.ts'
import { made, type Editing, type Holder } from './editing.ts'
import { functionsIn, printField, printKey, printLiteral, type Place } from './literal.ts'
import { isPlain, type DataModule, type Node } from './syntax.ts'
import { dataFiles, loadFiles, traceSource, type Origin, type TracedSource } from './trace.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * The data files that have to change so that a deck's data says `after` instead of `before`: only what is different is
 * written anew, all else keeps its bytes, comments too. What comes out is read again, and is `after`, or an error.
 * @param root folder of the deck
 * @param before what its data says
 * @returns the texts of changed and new files by their paths; null for a file that is to go
 * @throws HuibaoError where the data has changed meanwhile, or is made by code in a way that cannot be edited
 */
export async function editDataFiles(
  root: string,
  before: DeckSource,
  after: DeckSource,
): Promise<ReadonlyMap<string, string | null>> {
  if (isDeepStrictEqual(before, after)) return new Map()
  const traced = await traceSource(root)
  if (!isDeepStrictEqual(traced.source, before))
    throw new HuibaoError('data/ 在读的时候改动过，没有写', { hint: '请再运行一次。' })
  const editor = new Editor(traced)
  editor.change(traced.source, after)
  const files = editor.files()
  const all = new Map<string, string>(await dataFiles(root))
  for (const [file, text] of files)
    if (text === null) all.delete(file)
    else all.set(file, text)
  const unsure = (reason: string, cause?: unknown): HuibaoError =>
    new HuibaoError(`data/ 里有用代码拼成的数据，改不准，什么也没有写${reason}`, {
      hint: `请手工改 ${[...files.keys()].join('、')}，或先把那里的代码改成直接写出的数据。`,
      cause,
    })
  const result = await loadFiles(root, all).catch((error: unknown) => {
    throw unsure(`：${messageOf(error)}`, error)
  })
  if (!isDeepStrictEqual(result, after)) throw unsure('')
  return files
}

/** Writes the differences of two versions of a deck's data into the literals that make the first one. */
class Editor implements Editing {
  readonly edits = new Edits()
  readonly traced: TracedSource
  readonly #lists: Lists
  readonly #uses = new Map<object, number>()
  readonly #needed = new Map<DataModule, string[]>()

  constructor(traced: TracedSource) {
    this.traced = traced
    this.#count(traced.source)
    this.#lists = new Lists(this)
  }

  /** Prints a value that is put into a module, which then imports the functions of its formulas. */
  print(module: DataModule, value: unknown, place: Place): string {
    this.#need(module, value)
    return printLiteral(value, place)
  }

  #need(module: DataModule, value: unknown): void {
    this.#needed.set(module, [...(this.#needed.get(module) ?? []), ...functionsIn(value)])
  }

  /** All changed, new and superfluous files. */
  files(): ReadonlyMap<string, string | null> {
    for (const [module, names] of this.#needed) this.#import(module, names)
    this.#needed.clear()
    return new Map([...this.edits.texts(), ...this.#lists.files])
  }

  /** Makes one value another. @param holder where it stands, if that is known */
  change(before: unknown, after: unknown, holder?: Holder): void {
    if (isDeepStrictEqual(before, after)) return
    if (Array.isArray(before) && Array.isArray(after)) return this.#lists.change(before, after, holder)
    const origin = isFields(before) && isFields(after) ? this.ownOrigin(before) : undefined
    if (origin?.node.type === 'ObjectExpression') this.#changeObject(origin, before as Fields, after as Fields)
    else this.overwrite(holder, after)
  }

  /** The literal that made a value, where it made nothing else. */
  ownOrigin(value: object): Origin | undefined {
    return this.#uses.get(value) === 1 ? this.traced.originOf(value) : undefined
  }

  /** Writes a value anew as a whole. */
  overwrite(holder: Holder | undefined, after: unknown): void {
    if (!holder) throw made()
    const { module, node, lead = '' } = holder
    const column = columnAt(module, node.start) + lead.length
    const text = this.print(module, after, { indent: indentAt(module, node.start), column })
    this.edits.replace(module, node.start, node.end, lead + text)
  }

  /** Imports what is not imported yet from the engine. */
  #import(module: DataModule, names: readonly string[]): void {
    const engine = (module.program.body as readonly Node[]).filter(
      ({ type, source }) => type === 'ImportDeclaration' && (source as Node).value === 'huibao',
    )
    const values = engine.find(({ importKind }) => importKind === 'value')
    const specifiers = (values?.specifiers ?? []) as readonly Node[]
    const there = specifiers.map(({ local }) => (local as Node).name)
    const missing = [...new Set(names)].filter(name => !there.includes(name)).sort()
    if (missing.length === 0) return
    const last = specifiers.at(-1)
    if (last) return this.edits.insert(module, last.end, missing.map(name => `, ${name}`).join(''))
    const text = `import { ${missing.join(', ')} } from 'huibao'`
    const above = engine.at(-1)
    if (above) this.edits.insert(module, above.end, `\n${text}`)
    else this.edits.insert(module, 0, `${text}\n`)
  }

  #count(value: unknown): void {
    if (typeof value !== 'object' || value === null) return
    const uses = (this.#uses.get(value) ?? 0) + 1
    this.#uses.set(value, uses)
    if (uses === 1) for (const inner of Object.values(value)) this.#count(inner)
  }

  #changeObject({ module, node }: Origin, before: Fields, after: Fields): void {
    const properties = node.properties as readonly Node[]
    const plain = properties.every(isPlain) && !hasComments(module, node)
    if (plain && isOnOneLine(module, node)) return this.overwrite({ module, node }, after)
    const own = new Map(properties.filter(({ type }) => type === 'Property').map(each => [keyOf(each), each] as const))
    const spread = properties.some(({ type }) => type !== 'Property')
    const gone = Object.keys(before).filter(key => !(key in after))
    // What a spread brings cannot be taken away from it.
    if (gone.some(key => spread || !own.has(key))) return this.overwrite({ module, node }, after)
    for (const key of gone) this.removeItem(module, node, own.get(key)!, properties)
    let last: Node | undefined
    for (const key of Object.keys(after)) {
      const property = own.get(key)
      if (property) {
        const value = property.value as Node
        const holder = property.shorthand
          ? { module, node: property, lead: `${printKey(key)}: ` }
          : { module, node: value }
        this.change(before[key], after[key], holder)
        last = property
      } else if (!(key in before) || !isDeepStrictEqual(before[key], after[key])) {
        const anchor = spread ? properties.at(-1) : last
        this.insertField({ module, node }, anchor, key, this.#lists.filed(module, after[key]))
      }
    }
  }

  /** Puts a field into an object. @param anchor the property that it follows. Default: it comes first */
  insertField({ module, node }: Origin, anchor: Node | undefined, key: string, value: unknown): void {
    const [first] = node.properties as readonly Node[]
    const oneLine = isOnOneLine(module, node)
    const indent = oneLine || !first ? indentAt(module, node.start) : indentAt(module, first.start)
    this.#need(module, value)
    const text = printField(key, value, { indent })
    if (!anchor) return this.edits.insert(module, node.start + 1, oneLine ? ` ${text},` : `\n${indent}${text},`)
    this.insertItem(module, anchor, oneLine ? ` ${text}` : `\n${indent}${text}`)
  }

  /** Puts an item behind another one of a list. */
  insertItem(module: DataModule, anchor: Node, text: string): void {
    const { end, comma } = itemEnd(module, anchor)
    if (comma) this.edits.insert(module, text.startsWith('\n') ? afterComment(module, end) : end, `${text},`)
    else this.edits.insert(module, end, `,${text}`)
  }

  /** Takes an item out of a list, with its comma and what stands before it on lines of its own. */
  removeItem(module: DataModule, list: Node, item: Node, items: readonly Node[]): void {
    const index = items.indexOf(item)
    const previous = items[index - 1]
    const { end, comma } = itemEnd(module, item)
    const start = previous ? itemEnd(module, previous) : { end: list.start + 1, comma: true }
    const from = comma || !previous ? afterComment(module, start.end) : previous.end
    this.edits.replace(module, from, end, '')
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function keyOf({ key }: Node): string {
  const { name, value } = key as Node
  return String(name ?? value)
}
