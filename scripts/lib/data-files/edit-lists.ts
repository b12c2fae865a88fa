import path from 'node:path'
import type { FigureFile } from '../../../model/source.ts'
import type { TableFile } from '../../../model/table.ts'
import { made, type Editing, type Holder } from './editing.ts'
import { hasComments, indentAt, isOnOneLine } from './edits.ts'
import { Name } from './literal.ts'
import { figureList, plainList, tableList, type DataList } from './lists.ts'
import { NameTable } from './names.ts'
import { printFile } from './print.ts'
import { bare, isWrittenOut, visit, wrapped, type DataModule, type Node } from './syntax.ts'

/** Where an element of a list is written. */
interface Item {
  module: DataModule
  /** The list that it is written in. */
  list: Node
  node: Node
}

/** What tells the entries of a list apart. */
function keyOf(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value[0])
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const { id, file, chapter, text, printed, table, before, row, column, sort } = value as Record<string, unknown>
  return JSON.stringify([id ?? text ?? printed ?? table ?? before, sort, file, chapter, row, column])
}

/** Writes the differences of lists. */
export class Lists {
  /** New files, and those that are to go. */
  readonly files = new Map<string, string | null>()
  readonly #editor: Editing
  readonly #names: NameTable

  constructor(editor: Editing) {
    this.#editor = editor
    this.#names = new NameTable(namesIn([...editor.traced.modules.values()]))
  }

  /** Makes one list another. */
  change(before: readonly unknown[], after: readonly unknown[], holder?: Holder): void {
    const editor = this.#editor
    const origin = editor.ownOrigin(before)
    const list = origin?.node.type === 'ArrayExpression' ? origin.node : undefined
    const nodes = (list?.elements ?? []) as readonly Node[]
    const own =
      list !== undefined && nodes.length === before.length && nodes.every(node => node && node.type !== 'SpreadElement')
    if (own) {
      const { module } = origin!
      const whole = after.length === 0 || before.length === 0 || isOnOneLine(module, list)
      if (whole && isWrittenOut(list) && !hasComments(module, list) && !after.some(isFile))
        return editor.overwrite({ module, node: list }, after)
    }
    const items = before.map((value, index): Item | undefined =>
      own ? { module: origin!.module, list: list!, node: nodes[index]! } : this.#itemOf(value),
    )
    if (before.length === 0 && !own)
      return holder && isWrittenOut(holder.node) ? editor.overwrite(holder, after) : fail()
    this.#changeItems(before, after, items, own ? { module: origin!.module, list: list! } : undefined)
  }

  #itemOf(value: unknown): Item | undefined {
    const origin = typeof value === 'object' && value !== null ? this.#editor.ownOrigin(value) : undefined
    if (!origin) return undefined
    const node = wrapped(origin.node, origin.module)
    const list = origin.module.parents.get(node)
    return list?.type === 'ArrayExpression' ? { module: origin.module, list, node } : undefined
  }

  #changeItems(
    before: readonly unknown[],
    after: readonly unknown[],
    items: readonly (Item | undefined)[],
    own: { module: DataModule; list: Node } | undefined,
  ): void {
    const old = before.map(keyOf)
    const now = after.map(keyOf)
    if (new Set(old).size < old.length || new Set(now).size < now.length)
      return this.#rewrite(before, after, items, own)
    const kept = longestInOrder(now.filter(key => old.includes(key)).map(key => old.indexOf(key))).map(at => old[at]!)
    old.forEach((key, index) => {
      if (!kept.includes(key)) this.#remove(items[index] ?? fail(), before[index], now.includes(key))
    })
    let anchor: Item | undefined
    let found = false
    const first = items[old.indexOf(kept[0] ?? '')]
    const lead: unknown[] = []
    const entries = now.map((key, index) => ({ at: kept.includes(key) ? old.indexOf(key) : -1, value: after[index] }))
    for (const { at, value } of entries) {
      if (at >= 0) {
        anchor = items[at]
        this.#editor.change(before[at], value, anchor)
        found = true
      } else if (found) this.#insertBehind(anchor ?? fail(), value)
      else lead.push(value)
    }
    if (lead.length === 0) return
    const place = first ?? own
    this.#insertFirst(place ?? fail(), first?.node, lead)
  }

  /** Lists whose entries cannot be told apart are written anew, where nothing of them is code. */
  #rewrite(
    before: readonly unknown[],
    after: readonly unknown[],
    items: readonly (Item | undefined)[],
    own: { module: DataModule; list: Node } | undefined,
  ): void {
    const same = before.length === after.length
    if (same) return before.forEach((value, index) => this.#editor.change(value, after[index], items[index]))
    if (!own || !isWrittenOut(own.list)) return fail()
    this.#editor.overwrite({ module: own.module, node: own.list }, after)
  }

  #insertFirst(
    { module, list }: { module: DataModule; list: Node },
    first: Node | undefined,
    values: readonly unknown[],
  ): void {
    const indent =
      first && !isOnOneLine(module, list) ? indentAt(module, first.start) : `${indentAt(module, list.start)}  `
    const texts = values.map(
      value => `\n${indent}${this.#editor.print(module, this.filed(module, value), { indent })},`,
    )
    const end = first ? '' : `\n${indentAt(module, list.start)}`
    this.#editor.edits.insert(module, list.start + 1, texts.join('') + end)
  }

  #insertBehind({ module, list, node }: Item, value: unknown): void {
    const editor = this.#editor
    if (bare(node).type === 'Identifier' && typeof value === 'object') {
      const name = this.#declareBeside(module, node, value as object)
      return editor.insertItem(module, node, ` ${name}`)
    }
    const oneLine = isOnOneLine(module, list)
    const indent = oneLine ? `${indentAt(module, list.start)}  ` : indentAt(module, node.start)
    const own = this.filed(module, value, bare(node))
    const text = editor.print(module, own, { indent })
    editor.insertItem(module, node, oneLine && !text.includes('\n') ? ` ${text}` : `\n${indent}${text}`)
  }

  /** Writes an entry as a constant of its own behind that of a sibling, and mentions it wherever that is mentioned. */
  #declareBeside(module: DataModule, sibling: Node, value: object): string {
    const editor = this.#editor
    const id = (value as { id?: string }).id ?? 'entry'
    const name = this.#names.take(id)
    const siblingName = bare(sibling).name as string
    const declared = declarationOf(siblingName, module) ?? this.#imported(siblingName, module)
    if (!declared) fail()
    const { module: home, declarator, statement } = declared!
    const init = declarator.init as Node
    const type = home.text.slice(bare(init).end, init.end)
    const lead = home.text.slice(statement.start, bare(init).start).replace(siblingName, name)
    const text = lead + editor.print(home, value, { indent: '', column: lead.length, tail: type.length }) + type
    editor.edits.insert(home, statement.end, `\n\n${text}`)
    this.#mention(module, siblingName, name, home === module ? undefined : 'specifier')
    return name
  }

  /** A value whose lists stand in a file of their own: makes the file, and names them. */
  filed(module: DataModule, value: unknown, sibling?: Node): unknown {
    if (!isFile(value) || this.#editor.traced.modules.has(value.file)) return value
    const list = listOf(value, this.#names)
    if (!list) return value
    this.files.set(value.file, printFile(list))
    const from = `./${path.posix.relative(path.posix.dirname(module.file), value.file)}`.replace(/^\.\/\.\./, '..')
    const names = sibling ? siblingNames(sibling) : []
    this.#import(module, `import { ${list.name} } from '${from}'`)
    for (const each of names) this.#mention(module, each, list.name, undefined)
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        Array.isArray(each) && each === list.value ? new Name(list.name) : each,
      ]),
    )
  }

  #import(module: DataModule, text: string): void {
    const imports = (module.program.body as readonly Node[]).filter(({ type }) => type === 'ImportDeclaration')
    const last = imports.at(-1)
    if (last) this.#editor.edits.insert(module, last.start, `${text}\n`)
    else this.#editor.edits.insert(module, 0, `${text}\n`)
  }

  /** Adds a name to the types, and to the import, that have a sibling's. */
  #mention(module: DataModule, sibling: string, name: string, imports: 'specifier' | undefined): void {
    const { edits } = this.#editor
    visit(module.program, node => {
      if (isQueryOf(node, sibling) && canJoin(module.parents.get(node))) {
        const line = /(?:^|\n)([^\S\n]*)\| $/.exec(module.text.slice(0, node.start))
        edits.insert(module, node.end, `${line ? `\n${line[1]}` : ' '}| typeof ${name}`)
      }
      if (imports && node.type === 'ImportSpecifier' && (node.local as Node).name === sibling)
        edits.insert(module, node.end, `, ${name}`)
    })
  }

  #remove({ module, list, node }: Item, value: unknown, moves: boolean): void {
    const editor = this.#editor
    editor.removeItem(module, list, node, list.elements as Node[])
    if (moves) return
    const names =
      bare(node).type === 'Identifier' ? [bare(node).name as string] : isFile(value) ? siblingNames(bare(node)) : []
    for (const name of names) this.#forget(module, name)
  }

  /** Takes away a name with its types and its import; and what it names, where that is a constant of its own. */
  #forget(module: DataModule, name: string): void {
    const { edits } = this.#editor
    const declared = declarationOf(name, module) ?? this.#imported(name, module)
    visit(module.program, node => {
      const parent = module.parents.get(node)
      if (isQueryOf(node, name)) {
        const types = parent?.type === 'TSUnionType' ? (parent.types as Node[]) : []
        const at = types.indexOf(node)
        if (at > 0) edits.replace(module, types[at - 1]!.end, node.end, '')
        else if (types.length > 1) edits.replace(module, node.start, types[1]!.start, '')
        else edits.replace(module, node.start, node.end, 'never')
      }
      if (node.type === 'ImportSpecifier' && (node.local as Node).name === name && parent) {
        const specifiers = parent.specifiers as Node[]
        if (specifiers.length === 1)
          edits.replace(module, parent.start, parent.end + (module.text[parent.end] === '\n' ? 1 : 0), '')
        else {
          const index = specifiers.indexOf(node)
          const [from, to] = index > 0 ? [specifiers[index - 1]!.end, node.end] : [node.start, specifiers[1]!.start]
          edits.replace(module, from, to, '')
        }
      }
    })
    if (!declared) return
    const { module: home, statement } = declared
    const body = home.program.body as readonly Node[]
    const others = body.filter(each => each !== statement && each.type !== 'ImportDeclaration')
    if (home !== module && others.length === 0) this.files.set(home.file, null)
    else edits.replace(home, commentStart(home, statement.start), lineEnd(home, statement.end), '')
  }

  #imported(name: string, module: DataModule): Declaration | undefined {
    for (const node of module.program.body as readonly Node[]) {
      if (node.type !== 'ImportDeclaration') continue
      const specifier = (node.specifiers as Node[]).find(each => (each.local as Node).name === name)
      if (specifier?.type !== 'ImportSpecifier') continue
      const file = path.posix.join(path.posix.dirname(module.file), String((node.source as Node).value))
      const home = this.#editor.traced.modules.get(file)
      return home && declarationOf(String((specifier.imported as Node).name), home)
    }
    return undefined
  }
}

function fail(): never {
  throw made()
}

interface FileOfLists {
  file: string
  [list: string]: unknown
}

function isFile(value: unknown): value is FileOfLists {
  return typeof value === 'object' && value !== null && typeof (value as { file?: unknown }).file === 'string'
}

function listOf(value: FileOfLists, names: NameTable): DataList | undefined {
  if (Array.isArray(value.figures) && typeof value.chapter === 'string')
    return figureList(value as unknown as FigureFile, names, value.chapter)
  if (Array.isArray(value.tables)) return tableList(value as unknown as TableFile, names, '')
  return plainList(value, names)
}

/** The names that stand for lists in an object: `economy` of `{ file: …, figures: economy }`. */
function siblingNames(node: Node): string[] {
  if (node.type !== 'ObjectExpression') return []
  return (node.properties as Node[]).flatMap(({ value }) => {
    const own = value ? bare(value as Node) : undefined
    return own?.type === 'Identifier' ? [own.name as string] : []
  })
}

interface Declaration {
  module: DataModule
  declarator: Node
  statement: Node
}

function declarationOf(name: string, module: DataModule): Declaration | undefined {
  for (const statement of module.program.body as readonly Node[]) {
    const declaration = (statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement) as Node | null
    if (declaration?.type !== 'VariableDeclaration') continue
    const declarator = (declaration.declarations as Node[]).find(({ id }) => (id as Node).name === name)
    if (declarator) return { module, declarator, statement }
  }
  return undefined
}

function isQueryOf({ type, exprName }: Node, name: string): boolean {
  return type === 'TSTypeQuery' && (exprName as Node).name === name
}

/** Whether a type that stands there may become one of several. */
function canJoin(parent: Node | undefined): boolean {
  return ['TSUnionType', 'TSParenthesizedType', 'TSTypeParameterInstantiation'].includes(parent?.type ?? '')
}

function namesIn(modules: readonly DataModule[]): Set<string> {
  const names = new Set<string>()
  for (const { program } of modules)
    visit(program, ({ type, name }) => {
      if (type === 'Identifier') names.add(String(name))
    })
  return names
}

/** The end of a line, with its break and an empty line behind it. */
function lineEnd({ text }: DataModule, at: number): number {
  return at + /^[^\S\n]*\n?\n?/.exec(text.slice(at))![0].length
}

/** Where the comment right above a statement begins; its own beginning where it has none. */
function commentStart({ text, comments }: DataModule, at: number): number {
  const comment = comments.find(each => each.end <= at && /^\s?\n?$/.test(text.slice(each.end, at)))
  return comment?.start ?? at
}

/** The places of a longest run of numbers that ascend, as the numbers themselves. */
function longestInOrder(numbers: readonly number[]): number[] {
  const best: number[][] = []
  for (const number of numbers) {
    const longest = best
      .filter(run => run.at(-1)! < number)
      .reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
    best.push([...longest, number])
  }
  return best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
}
