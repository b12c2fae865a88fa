import { strToU8, unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { baseTemplate } from '../../scripts/export/pptx/base/base.ts'
import { fitForeign } from '../../scripts/export/pptx/foreign/fit.ts'
import { withPictureGrounds } from '../../scripts/export/pptx/foreign/grounds.ts'
import { readForeign } from '../../scripts/export/pptx/foreign/read.ts'
import type { SlideModel } from '../../scripts/export/pptx/model.ts'
import { writePptx } from '../../scripts/export/pptx/write.ts'
import { describeTemplate, templateLines } from '../../scripts/template/describe.ts'
import { deckModel, everyShape, media, textShape } from './support/model.ts'
import { allOf, openPackage, packageFaults, slidesOf, textsOf } from './support/package.ts'

const model = deckModel([everyShape(1), everyShape(2), everyShape(3)])

/** A presentation of somebody else: one of ours, with parts of it otherwise. */
function presentation(changes: Record<string, (text: string) => string> = {}): Uint8Array {
  const parts = unzipSync(writePptx(model, baseTemplate(model), media))
  for (const [name, change] of Object.entries(changes)) {
    const before = new TextDecoder().decode(parts[name])
    const after = change(before)
    if (after === before) throw new Error(`${name} is as it was`)
    parts[name] = strToU8(after)
  }
  return zipSync(parts)
}

const LAYOUT = (no: number): string => `ppt/slideLayouts/slideLayout${no}.xml`

const withoutPlaceholder = (type: string) => (text: string) =>
  text.replace(new RegExp(`<p:sp>(?:(?!</p:sp>).)*type="${type}".*?</p:sp>`), '')

describe('a template', () => {
  test('is read without its slides', () => {
    const { parts, layouts, masters, size, slides, theme } = readForeign('a.pptx', presentation())
    expect(masters).toEqual([{ part: 'ppt/slideMasters/slideMaster1.xml', id: 2_147_483_648 }])
    expect(layouts.map(({ name }) => name)).toEqual([
      '封面',
      '章节页',
      '正文页',
      '图表页',
      '数字页',
      '对照页',
      '图片页',
      '引言页',
      '附录页',
      '结束页',
    ])
    expect(layouts[2]!.placeholders.map(({ type }) => type)).toEqual(['title', 'body', 'dt', 'ftr', 'sldNum'])
    expect(size).toEqual({ width: 12_192_000, height: 6_858_000 })
    expect(slides).toBe(3)
    expect(theme).toMatchObject({ name: '汇报 红', fonts: { heading: 'Noto Serif SC', body: 'Noto Sans SC' } })
    expect([...parts.keys()].filter(name => /slides\/|notes|media/.test(name))).toEqual([])
  })

  test('of a placeholder without a place has that of the master', () => {
    const bare = presentation({ [LAYOUT(3)]: text => text.replaceAll(/<a:xfrm>.*?<\/a:xfrm>/g, '') })
    const [title] = readForeign('a.pptx', bare).layouts[2]!.placeholders
    expect(title!.box).toEqual({ x: 685_800, y: 762_000, cx: 10_820_400, cy: 1_143_000 })
  })

  test.for([
    ['encrypted, or of before 2007', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /加了密/],
    ['no zip', strToU8('hello'), /不是 Office 文件/],
    ['broken', presentation().slice(0, 4000), /不是 Office 文件/],
    [
      'of Word',
      presentation({ '[Content_Types].xml': text => text.replace('presentationml.presentation', 'x') }),
      /不是 PowerPoint/,
    ],
    [
      'without masters',
      presentation({ 'ppt/presentation.xml': text => text.replace(/<p:sldMasterIdLst>.*?<\/p:sldMasterIdLst>/, '') }),
      /没有母版/,
    ],
    ['not well-formed', presentation({ [LAYOUT(1)]: text => text.slice(0, -20) }), /XML 不完整/],
    [
      'without a part',
      (() => {
        const { [LAYOUT(1)]: _, ...parts } = unzipSync(presentation())
        const master = 'ppt/slideMasters/slideMaster1.xml'
        delete parts[master]
        return zipSync(parts)
      })(),
      /缺了 ppt\/slideMasters/,
    ],
    ['larger than it says', zipSync({ 'a.xml': new Uint8Array(300 * 2 ** 20) }, { level: 9 }), /展开后超过 256 MB/],
  ] as const)('%s is refused', ([, bytes, reason]) => {
    expect(() => readForeign('模板.pptx', bytes)).toThrow(reason)
    expect(() => readForeign('模板.pptx', bytes)).toThrow('用不了模板 模板.pptx')
  })
})

describe('slides on a template', () => {
  function written(slides: SlideModel[], template = presentation()) {
    const deck = deckModel(slides)
    return openPackage(writePptx(deck, fitForeign(readForeign('a.pptx', template), deck), media))
  }

  test('are a presentation that needs no repair', () => {
    const file = written(
      ['cover', 'chapter', 'chart', 'end'].map((layout, index) => ({ ...everyShape(index + 1), layout })),
    )
    expect(packageFaults(file)).toEqual([])
    expect(slidesOf(file)).toHaveLength(4)
  })

  test('that are pages have the title in its place and the rest in that of texts', () => {
    const tag = { ...textShape('other', '章'), rect: { left: 72, top: 40, right: 200, bottom: 70 } }
    const body = { ...textShape('other', '内容'), rect: { left: 72, top: 224, right: 200, bottom: 260 } }
    const file = written([
      {
        no: 1,
        layout: 'chart',
        shapes: [tag, textShape('title', '标题'), body, { ...textShape('number', '1'), rect: body.rect }],
        notes: [],
      },
    ])
    const [title, above, below, number] = allOf(file.xml('ppt/slides/slide1.xml'), 'sp')
    expect(allOf(title!, 'off', 'latin', 'solidFill')).toEqual([])
    expect(allOf(number!, 'off')).toEqual([])
    const topOf = (shape: typeof above): number => Number(allOf(shape!, 'off')[0]!.attributes.y)
    // 8 px and what is left of the scale.
    expect(topOf(below) - topOf(above)).toBeCloseTo(38 * 9525 * 0.77, -4)
    expect(topOf(above)).toBeGreaterThan(1_905_000)
  })

  test('that are covers have their words in placeholders, and no pictures', () => {
    const shapes = [
      ...everyShape(1).shapes.slice(0, 2),
      textShape('other', '某人'),
      everyShape(1).shapes.find(({ kind }) => kind === 'picture')!,
    ]
    const file = written([{ no: 1, layout: 'cover', shapes, notes: [] }])
    expect(textsOf('ppt/slides/slide1.xml', file)).toEqual(['标题 <A&B>', '第二行', '一句话', '某人'])
    expect(allOf(file.xml('ppt/slides/slide1.xml'), 'ph').map(({ attributes }) => attributes.type)).toEqual([
      'ctrTitle',
      'subTitle',
    ])
    expect(allOf(file.xml('ppt/slides/slide1.xml'), 'pic')).toEqual([])
  })

  test('that are pictures hide what the master draws', () => {
    const file = written([{ ...everyShape(1), layout: 'picture' }])
    expect(file.xml('ppt/slides/slide1.xml').attributes.showMasterSp).toBe('0')
  })

  test('stand on the ground of the theme where no layout has one that text stands out from', () => {
    const dark = Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(no => [
        LAYOUT(no),
        (text: string) =>
          text
            .replace(/<p:bg>.*?<\/p:bg>/, '')
            .replace(
              /(<p:cSld[^>]*>)/,
              '$1<p:bg><p:bgPr><a:solidFill><a:srgbClr val="202020"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>',
            ),
      ]),
    )
    const slide1 = { no: 1, layout: 'chart', shapes: [textShape('title', '标题')], notes: [] }
    const file = written([slide1], presentation(dark))
    const slide = file.xml('ppt/slides/slide1.xml')
    expect(
      allOf(slide, 'bg')
        .flatMap(bg => allOf(bg, 'schemeClr'))
        .map(({ attributes }) => attributes.val),
    ).toEqual(['bg1'])
    expect(slide.attributes.showMasterSp).toBe('0')
    const [, , page] = describeTemplate(readForeign('a.pptx', presentation(dark))).uses
    expect(page!.how).toContain('整页照文稿原样')
    const light = { ...dark, [LAYOUT(9)]: (text: string) => text.replace('附录页', '浅色页') }
    const { uses, missing } = describeTemplate(readForeign('a.pptx', presentation(light)))
    expect([uses[2]!.layout, missing]).toEqual(['浅色页', []])
  })

  test('stand on a picture that text stands out from, and on no other', async () => {
    const pictured = async (background: string): Promise<string> => {
      const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer()
      const parts = unzipSync(presentation())
      for (let no = 1; no <= 10; no += 1) {
        const rels = `ppt/slideLayouts/_rels/slideLayout${no}.xml.rels`
        const text = (name: string): string => new TextDecoder().decode(parts[name])
        parts[LAYOUT(no)] = strToU8(
          text(LAYOUT(no))
            .replace(/<p:bg>.*?<\/p:bg>/, '')
            .replace(
              /(<p:cSld[^>]*>)/,
              '$1<p:bg><p:bgPr><a:blipFill><a:blip r:embed="rId9"/></a:blipFill><a:effectLst/></p:bgPr></p:bg>',
            ),
        )
        const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
        parts[rels] = strToU8(
          text(rels).replace(
            '</Relationships>',
            `<Relationship Id="rId9" Type="${type}" Target="../media/g.png"/></Relationships>`,
          ),
        )
      }
      parts['ppt/media/g.png'] = picture
      const template = await withPictureGrounds(readForeign('a.pptx', zipSync(parts)))
      expect(template.layouts[2]!.picture).toBe('ppt/media/g.png')
      return describeTemplate(template).uses[2]!.how
    }
    expect(await pictured('#f4f8ff')).toContain('放进占位符')
    expect(await pictured('#102040')).toContain('整页照文稿原样')
  })

  test('have no title larger than its place', () => {
    const sizeOf = (...lines: string[]): string | undefined => {
      const file = written([{ no: 1, layout: 'chart', shapes: [textShape('title', ...lines)], notes: [] }])
      return allOf(file.xml('ppt/slides/slide1.xml'), 'rPr')[0]!.attributes.sz
    }
    expect(sizeOf('短标题')).toBeUndefined()
    expect(Number(sizeOf('一个很长很长很长很长很长很长很长很长很长很长很长很长的标题', '第二行'))).toBeLessThan(3400)
  })

  test('have the size that a prompt has, where nothing else tells it, and small print below a title is smaller', () => {
    const untold = (size: number) => (text: string) =>
      text.replaceAll(/<a:lstStyle>.*?<\/a:lstStyle>/g, '<a:lstStyle/>').replaceAll(/ sz="\d+"/g, ` sz="${size}"`)
    const bare = {
      'ppt/slideMasters/slideMaster1.xml': (text: string) =>
        untold(4400)(text).replace(/<p:txStyles>.*<\/p:txStyles>/, '<p:txStyles/>'),
      [LAYOUT(1)]: (text: string) =>
        untold(2000)(text).replace(/<a:rPr [^>]*?(\/?)>/g, '<a:rPr lang="zh-CN" sz="2000"$1>'),
    }
    const shapes = [textShape('title', '题'), textShape('other', '小字')]
    const file = written([{ no: 1, layout: 'cover', shapes, notes: [] }], presentation(bare))
    const sizes = allOf(file.xml('ppt/slides/slide1.xml'), 'rPr').map(({ attributes }) => Number(attributes.sz))
    expect(sizes).toEqual([2000, 1600])
  })

  test('keep colours of the theme', () => {
    const file = written([
      {
        no: 1,
        layout: 'chart',
        shapes: [
          {
            kind: 'vector',
            rect: textShape('body').rect,
            geometry: { form: 'rect', radius: 0 },
            fill: { hex: '83888f', alpha: 1 },
          },
        ],
        notes: [],
      },
    ])
    const [color] = allOf(file.xml('ppt/slides/slide1.xml'), 'schemeClr')
    expect(color!.attributes.val).toBe('tx1')
    expect(['lumMod', 'lumOff'].map(name => allOf(color!, name)[0]!.attributes.val)).toEqual(['50000', '50000'])
  })
})

describe('what is said of a template', () => {
  const told = (changes?: Parameters<typeof presentation>[0]) =>
    describeTemplate(readForeign('模板.pptx', presentation(changes)))

  test('is how slides use it', () => {
    const { uses, missing, notes } = told()
    expect(uses.map(({ slides, layout }) => [slides, layout])).toEqual([
      ['封面', '封面'],
      ['结束页', '结束页'],
      ['正文、图表、数字、对照、附录页', '正文页'],
      ['章节、图片、引言页', '章节页'],
    ])
    expect(missing).toEqual([])
    expect(notes).toEqual(['它自己的 3 页幻灯片不带走，只用母版、版式、主题的颜色和字体'])
  })

  test('is what it lacks', () => {
    const changes = Object.fromEntries([3, 4, 5, 6, 7, 8, 9].map(no => [LAYOUT(no), withoutPlaceholder('sldNum')]))
    expect(told(changes).missing).toEqual(['正文版式“正文页”没有页码占位符：页码照文稿的位置放'])
  })

  test('is that its colours cannot be read', () => {
    const pale = (text: string): string =>
      text.replace('<a:accent1><a:srgbClr val="A61C23"/>', '<a:accent1><a:srgbClr val="F5F0E0"/>')
    expect(told({ 'ppt/theme/theme1.xml': pale }).missing).toEqual([
      expect.stringContaining('第一个强调色和底色太接近'),
    ])
  })

  test('stands in lines for people', () => {
    const lines = templateLines(told({ [LAYOUT(4)]: text => text.replace('图表页', '正文页') })).map(line =>
      line.trim(),
    )
    expect(lines).toContain('正文页（标题、文字、日期、页脚、页码） ×2')
  })
})
