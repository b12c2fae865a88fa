import { describe, expect, it } from 'vitest'
import { itemBreaks } from '../../model/slides/item-breaks.ts'

/** A text with its breaks put in, as strokes. */
function broken(content: string): string {
  return itemBreaks(content).reduceRight((text, { at }) => `${text.slice(0, at)}|${text.slice(at)}`, content)
}

describe('itemBreaks', () => {
  it.each([
    ['新建口袋公园<Fig id="a" />', '新建|口袋|公园|<Fig id="a" />'],
    ['一期厂房<Fig id="a" />建成', '一期|厂房|<Fig id="a" />|建成'],
    ['共<Fig id="a" />，全部通车', '共<Fig id="a" />，|全部通车'],
    ['厂房（<Fig id="a" />）', '厂房|（<Fig id="a" />）'],
  ])('lets items break between words and before numbers: %s', (text, expected) => {
    expect(broken(`<CheckItem state="完成">${text}</CheckItem>`)).toBe(
      `<CheckItem state="完成">${expected}</CheckItem>`,
    )
    expect(broken(`<milestone at="2025-03">\n${text}\n</milestone>`)).toContain(expected)
  })

  it('keeps no more words of a milestone together than its line holds', () => {
    const text = '高铁某泽站开通，日均发送旅客'
    expect(broken(`<Milestone at="2025-03">${text}</Milestone>`)).toContain('>高铁某泽站|开通，|日均发送旅客<')
    expect(broken(`<CheckItem state="完成">${text}</CheckItem>`)).toContain('>高铁某泽站开通，|日均发送旅客<')
  })

  it('leaves the rest of a slide alone, and items with emphasis', () => {
    expect(itemBreaks('正文一段，很长。<Fig id="a" />很长')).toEqual([])
    expect(itemBreaks('<CheckItem state="完成">新建**口袋公园**</CheckItem>')).toEqual([])
    expect(itemBreaks('<CheckItem state="完成" />新建口袋公园')).toEqual([])
  })
})
