import sax from 'sax'
import { HuibaoError, messageOf } from '../../../../model/errors.ts'
import { unreadable } from './unzip.ts'

/**
 * An element of XML, its name without prefix. Attributes have theirs with and without; of two that are told apart by
 * nothing else, such as `id` and `r:id`, the plain one goes by the plain name.
 */
export interface Element {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (Element | string)[]
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Elements of all parts of a file, and elements within one another, that any office writes. */
const MOST_ELEMENTS = 400_000
const DEEPEST = 200

/**
 * A reader of the parts of one file. Entities that a document defines for itself are refused, as no office writes any.
 * @param file for messages
 * @throws HuibaoError where a part is not well-formed, or there is more of them than anyone has filled in
 */
export function xmlReader(file: string): (text: string) => Element {
  const read = { elements: 0 }
  return text => readXml(text, file, read)
}

/** Reads XML by itself, as `xmlReader` does. */
export function readXml(text: string, file: string, read = { elements: 0 }): Element {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = sax.parser(true)
  // At the end of a text the parser throws nothing by itself.
  parser.onerror = error => {
    throw error
  }
  parser.onopentag = ({ name, attributes }) => {
    if (++read.elements > MOST_ELEMENTS)
      throw unreadable(file, `内容太多：超过 ${MOST_ELEMENTS / 10_000} 万个元素，多半是空行的格式设到了最底下`)
    if (open.length > DEEPEST) throw unreadable(file, `里面的 XML 套了 ${DEEPEST} 层以上`)
    const own = Object.entries(attributes).map(([key, value]) => [key, String(value)] as const)
    const plain = own.map(([key, value]) => [local(key), value] as const)
    const element = { name: local(name), attributes: Object.fromEntries([...plain, ...own]), children: [] }
    open.at(-1)!.children.push(element)
    open.push(element)
  }
  parser.onclosetag = () => void open.pop()
  parser.ontext = part => void open.at(-1)!.children.push(part)
  parser.oncdata = part => void open.at(-1)!.children.push(part)
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close()
  } catch (error) {
    if (error instanceof HuibaoError) throw error
    throw unreadable(file, `里面的 XML 不完整（${messageOf(error).split('\n')[0]}）`, error)
  }
  return root.children.find(child => typeof child !== 'string') ?? root
}

/** The elements right below one, of a name where one is given. */
export function childrenOf({ children }: Element, name?: string): Element[] {
  return children.filter(child => typeof child !== 'string').filter(child => name === undefined || child.name === name)
}

/** All elements of a name below one, in order; what is below such a one is not looked at. */
export function elementsOf(element: Element, name: string): Element[] {
  return childrenOf(element).flatMap(child => (child.name === name ? [child] : elementsOf(child, name)))
}

/** The text of an element and all below it. */
export function textOf({ children }: Element): string {
  return children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')
}
