import { describe, expect, it } from 'vitest'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { forms } from '../../scripts/export/forms/index.ts'
import { contactColumns, contactSheetPage } from '../../scripts/export/contact-sheet-page.ts'
import { canvasOf, lookQuery, parseAspect, parseSkin, type Look } from '../../scripts/lib/look.ts'
import { pngName } from '../../scripts/export/names.ts'
import { formatRange, parseRange } from '../../scripts/export/range.ts'

describe('export arguments', () => {
  it('default to pictures and a PDF in exports/', () => {
    expect(parseExportArgs([])).toEqual({
      forms: ['png', 'pdf'],
      range: undefined,
      clicks: false,
      scale: 2,
      width: undefined,
      look: {},
      notes: false,
      notesPages: false,
      handout: { flow: false, perPage: 3, lines: false },
      out: 'exports',
      json: false,
      rebuild: false,
      timeout: 30_000,
    })
  })

  it.each([
    [['pdf'], { forms: ['pdf'] }],
    [['png', 'pdf', 'png'], { forms: ['png', 'pdf'] }],
    [['--range', '3-7,9', '--clicks'], { range: '3-7,9', clicks: true }],
    [['--scale=1.5', '--out', '输出', '--json'], { scale: 1.5, out: '输出', json: true }],
    [['png', '--width', '1920'], { forms: ['png'], width: 1920 }],
    [['html', '--with-notes'], { forms: ['html'], notes: true }],
    [['handout', '--per-page', '6', '--lines'], { handout: { flow: false, perPage: 6, lines: true } }],
    [['pdf', '--notes'], { notesPages: true }],
    [['handout', '--flow'], { handout: { flow: true } }],
    [['--timeout', '5', '--rebuild'], { timeout: 5000, rebuild: true }],
    [['--skin', '夜', '--aspect', '4:3'], { look: { skin: 'night', aspect: '4:3' } }],
    [['--skin', 'red', '--aspect', '１６／９'], { look: { skin: 'red', aspect: '16:9' } }],
    [['contact-sheet', 'png'], { forms: ['png', 'contact-sheet'] }],
    [['pptx', '--template', '模板.pptx'], { forms: ['pptx'], template: '模板.pptx' }],
    [['all'], { forms: forms.map(({ name }) => name) }],
  ])('%j', (args, expected) => {
    expect(parseExportArgs(args)).toMatchObject(expected)
  })

  it.each([
    [['docx'], '不认识的导出格式：docx'],
    [['--nope'], '命令的参数不对：--nope'],
    [['--range'], '命令的参数不对：--range'],
    [['--scale', '0'], '--scale 要写 0.5 到 4 之间的数，而不是“0”'],
    [['--scale', 'x'], '而不是“x”'],
    [['--scale', ''], '而不是“”'],
    [['--timeout', '0'], '--timeout 要写 1 到 600 之间的数'],
    [['--skin', '白'], '没有“白”这种皮肤'],
    [['--aspect', '3:2'], '没有“3:2”这种画面比例'],
    [['--aspect', ''], '没有“”这种画面比例'],
    [['--per-page', '4'], '--per-page 可以写 1、2、3、6，而不是“4”'],
    [['--flow', '--lines'], '--flow 的讲义按内容排版，不能和 --per-page、--lines 一起写'],
    [['--flow', '--per-page', '3'], '--flow 的讲义按内容排版'],
    [['--out', ' '], '--out 后面要写文件夹的名字'],
  ])('refuses %j', (args, message) => {
    expect(() => parseExportArgs(args)).toThrow(message)
  })
})

describe('a look', () => {
  it.each<[string, () => unknown, string]>([
    ['skins', () => parseSkin('白'), '--skin 可以写 红、夜。'],
    ['aspect ratios', () => parseAspect('3:2'), '--aspect 可以写 16:9、4:3。'],
  ])('that is wrong is refused with all %s that there are', (_, parse, hint) => {
    expect(parse).toThrow(expect.objectContaining({ hint, exitCode: 2 }))
  })

  it.each<[Look, Record<string, string>, number]>([
    [{}, {}, 720],
    [{ skin: 'night' }, { skin: 'night' }, 720],
    [{ aspect: '4:3' }, { aspect: '4/3' }, 960],
    [{ skin: 'red', aspect: '16:9' }, { skin: 'red', aspect: '16/9' }, 720],
  ])('%j becomes an address and a canvas', (look, query, height) => {
    expect(lookQuery(look)).toEqual(query)
    expect(canvasOf({ canvas: { width: 1280, height: 720 } }, look)).toEqual({ width: 1280, height })
  })
})

describe('a contact sheet', () => {
  it.each([
    [1, 1],
    [10, 1],
    [24, 2],
    [39, 3],
    [100, 4],
  ])('of %i slides has %i beside one another', (slides, columns) => {
    expect(contactColumns(slides)).toBe(columns)
  })

  it('shows each slide in every skin, with its number and its title as text', () => {
    const at = (address: string, top: number) => ({ address, top, height: 270 })
    const html = contactSheetPage({
      lang: 'zh-CN',
      title: '甲 & 乙',
      skins: ['红', '夜'],
      fontFaces: '@font-face {}',
      slides: [
        { no: 1, title: '章', chapter: true, thumbnails: [at('a.png', 0), at('b.png', 0)] },
        { no: 7, title: '<b>', chapter: false, thumbnails: [at('a.png', 270), at('b.png', 270)] },
      ],
    })
    expect(html).toContain('<h1>甲 &amp; 乙</h1>')
    expect(html).toContain('<b>红</b><b>夜</b>')
    expect(html).toContain(
      '<figure class="chapter"><figcaption><b>1</b> 章</figcaption><div class="pictures"><img src="a.png" alt="" style="height: 270px; object-position: 0 -0px"><img src="b.png" alt="" style="height: 270px; object-position: 0 -0px"></div>',
    )
    expect(html).toContain('<figure><figcaption><b>7</b> &lt;b&gt;</figcaption>')
    expect(html).toContain('<img src="b.png" alt="" style="height: 270px; object-position: 0 -270px">')
  })
})

describe('a range', () => {
  it.each([
    [undefined, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['3', [3]],
    ['3-5,9', [3, 4, 5, 9]],
    [' 9 , 3 - 4 ', [3, 4, 9]],
    ['7-', [7, 8, 9]],
    ['2,1-3,2', [1, 2, 3]],
    ['３－５，９', [3, 4, 5, 9]],
    ['3—5、9', [3, 4, 5, 9]],
    ['3至5；9', [3, 4, 5, 9]],
  ])('%s', (range, numbers) => {
    expect(parseRange(range, 9)).toEqual(numbers)
  })

  it.each([
    ['', '有空的部分'],
    [',', '有空的部分'],
    ['1,,2', '有空的部分'],
    ['a', '“a”不是页码'],
    ['1.5', '“1.5”不是页码'],
    ['-3', '“-3”不是页码'],
    ['1-2-3', '“1-2-3”不是页码'],
    ['0', '“0”超出文稿，文稿共 9 页'],
    ['10', '“10”超出文稿，文稿共 9 页'],
    ['8-10', '“8-10”超出文稿'],
    ['12-', '“12-”超出文稿'],
    ['5-3', '“5-3”的起页在止页之后'],
  ])('%j is refused', (range, message) => {
    expect(() => parseRange(range, 9)).toThrow(message)
  })

  it.each([
    [[3], '3'],
    [[1, 2, 3], '1-3'],
    [[1, 3, 4, 9], '1,3-4,9'],
    [[], ''],
  ])('of %j reads %s', (numbers, range) => {
    expect(formatRange(numbers)).toBe(range)
  })
})

describe('the name of a PNG', () => {
  it.each([
    [{ no: 3, clicks: 0 }, 9, false, '03.png'],
    [{ no: 3, clicks: 0 }, 120, false, '003.png'],
    [{ no: 3, clicks: 2 }, 24, true, '03-02.png'],
    [{ no: 12, clicks: 0 }, 24, true, '12-00.png'],
  ])('%j of %i', (snapshot, total, clicks, name) => {
    expect(pngName(snapshot, total, clicks)).toBe(name)
  })
})
