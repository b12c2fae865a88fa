import { collapseSpaces } from '../../../../model/reading/text.ts'
import { childrenOf, elementsOf, textOf, type Element } from '../../../lib/facts/office/xml.ts'
import type { ExportedText } from '../facts.ts'

/** Fields that office programs keep up to date: they tell the day or the page, and not what anybody wrote. */
const KEPT = /^(?:datetime|slidenum)/

/** A paragraph as it is read; where its lines break makes no difference. */
export function paragraphText(paragraph: Element): string {
  const said = (element: Element): string =>
    childrenOf(element)
      .map(child => {
        if (child.name === 'br') return '\n'
        if (child.name === 't') return textOf(child)
        return child.name === 'fld' && KEPT.test(child.attributes.type ?? '') ? '' : said(child)
      })
      .join('')
  return collapseSpaces(said(paragraph))
}

const paragraphsOf = (element: Element, place: string): ExportedText[] =>
  elementsOf(element, 'p').map(paragraph => ({ place, text: paragraphText(paragraph) }))

/** What each cell of a table says. */
function tableTexts(table: Element, name: string): ExportedText[] {
  return childrenOf(table, 'tr').flatMap((line, row) =>
    childrenOf(line, 'tc').map((cell, column) => ({
      place: `${name}第 ${row + 1} 行第 ${column + 1} 列`,
      text: elementsOf(cell, 'p').map(paragraphText).join('\n'),
      isCell: true as const,
    })),
  )
}

/** All that a tree of shapes says, and what else of it says something by itself. */
export function shapeTexts(root: Element, outside = ''): ExportedText[] {
  return childrenOf(root).flatMap(child => {
    const [own] = childrenOf(child).flatMap(each => childrenOf(each, 'cNvPr'))
    const name = own ? `“${own.attributes.name ?? ''}”` : outside
    const alternatives = own ? [own.attributes.descr, own.attributes.title] : []
    const told = alternatives.flatMap(text =>
      (text ?? '').split('\n').map(line => ({ place: `${name}的替代文字`, text: collapseSpaces(line) })),
    )
    switch (child.name) {
      case 'tbl':
        return tableTexts(child, name)
      case 'txBody':
        return paragraphsOf(child, name)
      default:
        return [...told, ...shapeTexts(child, name)]
    }
  })
}

/** Whatever a part says: its paragraphs, and what plain elements of comments hold. */
export function partTexts(root: Element, place: string): ExportedText[] {
  const comments = elementsOf(root, 'text').map(element => ({ place, text: collapseSpaces(textOf(element)) }))
  return [...paragraphsOf(root, place), ...comments]
}
