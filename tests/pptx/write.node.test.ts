import { describe, expect, test } from 'vitest'
import { baseTemplate } from '../../scripts/export/pptx/base/base.ts'
import { writePptx } from '../../scripts/export/pptx/write.ts'
import { childrenOf } from '../../scripts/lib/facts/office/xml.ts'
import { skinIds } from '../../styles/skin.ts'
import { deckModel, everyShape, media, textShape } from './support/model.ts'
import { allOf, openPackage, packageFaults, slideFaults, slidesOf, textsOf } from './support/package.ts'

function written(model = deckModel([everyShape(1), everyShape(2)])) {
  return openPackage(writePptx(model, baseTemplate(model), media))
}

describe('a presentation', () => {
  test.for(skinIds.flatMap(skin => [720, 960].map(height => ({ skin, height }))))(
    'has nothing that programs repair: %o',
    ({ skin, height }) => {
      const file = written(deckModel([everyShape(1), everyShape(2)], skin, height))
      expect(packageFaults(file)).toEqual([])
      expect(slidesOf(file).flatMap(name => slideFaults(name, file))).toEqual([])
    },
  )

  test('is the same bytes each time', () => {
    const model = deckModel([everyShape(1)])
    const make = (): Uint8Array => writePptx(model, baseTemplate(model), media)
    expect(Buffer.from(make()).equals(Buffer.from(make()))).toBe(true)
  })

  test('without notes and pictures refers to none', () => {
    const file = written(deckModel([{ no: 1, layout: 'default', shapes: [textShape('title', '一')], notes: [] }]))
    expect(packageFaults(file)).toEqual([])
    expect(file.names.filter(name => /notesSlides|media/.test(name))).toEqual([])
  })

  test('says what it is', () => {
    const core = written().text('docProps/core.xml')
    expect(core).toContain('<dc:title>年终 &lt;汇报&gt; &amp; 展望</dc:title>')
    expect(core).toContain('2031-01-05T00:00:00Z')
  })
})

describe('a slide', () => {
  test('fills the placeholders of its layout, each once', () => {
    const file = written(
      deckModel([
        { no: 1, layout: 'cover', shapes: [textShape('body', '小'), textShape('title', '大')], notes: [] },
        {
          no: 2,
          layout: 'mine',
          shapes: ['title', 'title', 'body', 'number'].map(role => textShape(role as 'title', '一')),
          notes: [],
        },
      ]),
    )
    const placeholders = slidesOf(file).map(name => allOf(file.xml(name), 'ph').map(({ attributes }) => attributes))
    expect(placeholders).toEqual([
      [{ type: 'subTitle', idx: '1' }, { type: 'ctrTitle' }],
      [{ type: 'title' }, { type: 'body', idx: '1' }, { type: 'sldNum', idx: '12', sz: 'quarter' }],
    ])
  })

  test('keeps its number by itself only where no slide before it is left out', () => {
    const field = (no: number): number => {
      const file = written(deckModel([{ no, layout: 'default', shapes: [textShape('number', String(no))], notes: [] }]))
      return allOf(file.xml('ppt/slides/slide1.xml'), 'fld').length
    }
    expect([field(1), field(7)]).toEqual([1, 0])
  })

  test('breaks lines where they are broken', () => {
    const file = written()
    const [title] = allOf(file.xml('ppt/slides/slide1.xml'), 'txBody')
    expect(childrenOf(allOf(title!, 'p')[0]!).map(({ name }) => name)).toEqual(['pPr', 'r', 'br', 'r', 'endParaRPr'])
    expect(allOf(title!, 'bodyPr')[0]!.attributes.wrap).toBe('none')
  })

  test('leads to slides that are there, and to addresses', () => {
    const file = written()
    expect(allOf(file.xml('ppt/slides/slide2.xml'), 'hlinkClick')).toHaveLength(2)
    expect(file.text('ppt/slides/_rels/slide2.xml.rels')).toContain('Target="https://example.com/?a=1&amp;b=2"')
    expect(file.text('ppt/slides/_rels/slide2.xml.rels')).toContain('Target="slide1.xml"')
  })

  test('names colours of the theme by their places in it', () => {
    const colors = (skin: 'red' | 'night') => {
      const file = written(deckModel([everyShape(1)], skin))
      return new Set(allOf(file.xml('ppt/slides/slide1.xml'), 'schemeClr').map(({ attributes }) => attributes.val))
    }
    expect(colors('red')).toEqual(new Set(['tx1', 'accent1', 'accent5']))
    expect(colors('night')).toEqual(new Set())
  })

  test('has its notes', () => {
    const file = written()
    expect(textsOf('ppt/notesSlides/notesSlide1.xml', file)).toEqual(['备注 <一> & “二”', '1'])
  })
})

test('a number that is none stops the export', () => {
  const model = deckModel([
    {
      no: 1,
      layout: 'chart',
      shapes: [{ ...textShape('title', '一'), rect: { left: NaN, top: 0, right: 1, bottom: 1 } }],
      notes: [],
    },
  ])
  expect(() => writePptx(model, baseTemplate(model), media)).toThrow('NaN')
})
