import { parseSync } from 'vite'
import { HuibaoError } from '../../../model/errors.ts'

/** A node of a module's syntax tree, as ESTree has it. */
export interface Node {
  type: string
  start: number
  end: number
  [field: string]: unknown
}

/** A data file, taken apart. */
export interface DataModule {
  /** Path from the deck's root. */
  file: string
  text: string
  program: Node
  comments: readonly { start: number; end: number }[]
  parents: ReadonlyMap<Node, Node>
}

/** @throws HuibaoError where the file is no TypeScript */
export function parseModule(file: string, text: string): DataModule {
  const { program, comments, errors } = parseSync(file, text)
  if (errors.length > 0)
    throw new HuibaoError(`${file} 读不出来：${errors[0]!.message}`, {
      hint: '多半是引号、逗号或括号写错了；npm run typecheck 会指出是哪一行。',
    })
  const root = program as unknown as Node
  const parents = new Map<Node, Node>()
  visit(root, (node, parent) => {
    if (parent) parents.set(node, parent)
  })
  return { file, text, program: root, comments, parents }
}

/** Calls back for a node and all below it. */
export function visit(node: Node, call: (node: Node, parent?: Node) => void, parent?: Node): void {
  call(node, parent)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, call, node)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

const WRAPPERS = ['TSAsExpression', 'TSSatisfiesExpression', 'ParenthesizedExpression']

/** A literal without what TypeScript says of it: `[…]` of `[…] as const satisfies …`. */
export function bare(node: Node): Node {
  return WRAPPERS.includes(node.type) ? bare(node.expression as Node) : node
}

/** What stands around a literal with all that TypeScript says of it. */
export function wrapped(node: Node, { parents }: DataModule): Node {
  const parent = parents.get(node)
  return parent && WRAPPERS.includes(parent.type) ? wrapped(parent, { parents } as DataModule) : node
}

/** Whether a property's value is written out, and so may be printed anew. */
export function isPlain({ type, shorthand, value }: Node): boolean {
  return type === 'Property' && !shorthand && isWrittenOut(value as Node)
}

/** Whether a node is a literal through and through. */
export function isWrittenOut(node: Node): boolean {
  const { type, elements = [], properties = [], argument, callee, arguments: given = [] } = bare(node)
  switch (type) {
    case 'Literal':
      return true
    case 'UnaryExpression':
      return isWrittenOut(argument as Node)
    case 'ArrayExpression':
      return (elements as Node[]).every(element => element !== null && isWrittenOut(element))
    case 'ObjectExpression':
      return (properties as Node[]).every(isPlain)
    case 'CallExpression':
      return (callee as Node).type === 'Identifier' && (given as Node[]).every(isWrittenOut)
    default:
      return false
  }
}
