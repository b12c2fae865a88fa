import { describe, expect, it } from 'vitest'
import { readPptx } from '../../scripts/check/exported/pptx/read.ts'
import { editedPptx, toldOfEdit } from './support/exported.ts'

const swap =
  (from: string, to: string) =>
  (text: string): string =>
    text.replace(from, to)

describe('a presentation', () => {
  it('in which nothing has been edited has nothing to be told', () => {
    expect(toldOfEdit()).toEqual([])
  })

  it.each<[place: string, part: string, from: string, to: string, told: string]>([
    ['a title', 'slide1.xml', '300家', '308家', '1 “标题 1” “308家”和文稿不一样；“300家”'],
    ['a number that runs part', 'slide1.xml', '300家', '3</a:t></a:r><a:r><a:t>80家', '“380家”和文稿不一样'],
    ['a qualifier', 'slide1.xml', '<a:t>40余家', '<a:t>不足40余家', '数里已有“余”，旁边又写着“不足”'],
    ['a number without its word apart', 'slide1.xml', '<a:t>不足<', '<a:t>近<', '“260家”不来自任何数据'],
    ['a year', 'slide1.xml', '>2031年<', '>2013年<', '“2013年”和文稿不一样；“2031年”'],
    ['a formula', 'slide1.xml', '＝300家', '＝500家', '“500家”和文稿不一样；“300家”'],
    ['a chapter', 'slide1.xml', '第一章', '第二章', '“第二章”和文稿不一样；“第一章”'],
    ['a number of a page', 'slide1.xml', '<a:t>1</a:t>', '<a:t>7</a:t>', '“页码 5” “7”和文稿不一样；“1”'],
    ['a reference', 'slide1.xml', '[1]', '[9]', '“9”不来自任何数据'],
    [
      'an alternative text',
      'slide1.xml',
      '新开商铺40余家（条形图）',
      '新开商铺70余家（条形图）',
      '“图表 6”的替代文字 “70余家”',
    ],
    ['evidence', 'slide1.xml', '“商铺累计300家”', '“商铺累计800家”', '“800家”和文稿不一样；“300家”'],
    ['a note', 'notesSlide1.xml', '新开商铺40余家。', '新开商铺60余家。', '1 备注 “60余家”和文稿不一样；“40余家”'],
    ['a planned time', 'notesSlide1.xml', '20 秒', '90 秒', '1 备注 “90秒”和文稿不一样；“20秒”'],
    [
      'a cell of a table',
      'slide3.xml',
      '>同比增长6.5%<',
      '>同比增长5.6%<',
      '3 “表格 1”第 3 行第 3 列 “5.6%”和文稿不一样；“6.5%”',
    ],
    [
      'a cell, which has the number of another row',
      'slide3.xml',
      '>300家<',
      '>40余家<',
      '3 “表格 1”第 2 行第 3 列 “40余家”不是这一格的数；文稿里的这一格',
    ],
    ['an entry of the appendix', 'slide3.xml', '<a:t>3</a:t>', '<a:t>5</a:t>', '第 3 行第 1 列 “5”和文稿不一样；“3”'],
    [
      'a slide that the appendix names',
      'slide3.xml',
      '<a:t>2</a:t>',
      '<a:t>1</a:t>',
      '第 3 行第 5 列 “1”和文稿不一样；“2”',
    ],
    ['a property', 'core.xml', '300家', '330家', '0 文件属性 title “330家”和文稿不一样；“300家”'],
    ['the cache of a chart', 'chart1.xml', '<c:v>300<', '<c:v>360<', '“商铺累计”画的是 360，工作簿的 B2 是 300；300'],
    ['a name of a chart', 'chart1.xml', '<c:v>新开商铺<', '<c:v>2013年新开商铺<', '“2013年”不来自任何数据'],
    ['the place of a bar', 'chart1.xml', '<c:v>新开商铺<', '<c:v>5新开商铺<', '“5”不来自任何数据'],
    ['a label of a chart', 'chart1.xml', '余家', '多家', '“新开商铺”的标注 “40多家”'],
    [
      'the workbook',
      '.xlsx',
      '<v>300<',
      '<v>900<',
      '“图表 6”的工作簿 B2 图的数据不是任何一条数据的数；300，即“300家”（商铺累计，shops）',
    ],
    ['words in the workbook', '.xlsx', '累计300家”', '累计700家”', '工作簿 D2 “700家”和文稿不一样；“300家”'],
  ])('of which %s has been edited is told', (_, part, from, to, told) => {
    expect(toldOfEdit(part, swap(from, to)).join('\n')).toContain(told)
  })

  it('in which chart and workbook have been edited alike is told with what the data says', () => {
    const edit = (text: string): string => text.replace('<v>300<', '<v>40<')
    expect(toldOfEdit('.xlsx', edit).join('\n')).toContain('工作簿 B2 图的数据不是任何一条数据的数；300')
  })

  it.each<[string, string, string, string]>([
    ['words', 'slide1.xml', '新开', '今年又新开'],
    ['a number of the same slide, said again', 'slide1.xml', '<a:t>3D打印', '<a:t>商铺累计300家，3D打印'],
    ['where lines break', 'slide1.xml', '累计</a:t>', '累</a:t></a:r><a:br/><a:r><a:t>计</a:t>'],
    ['a manner of speaking', 'slide2.xml', '<a:t>销售额', '<a:t>两个方面都好，销售额'],
    [
      'the day, which the office program writes',
      'slide2.xml',
      '<a:p>',
      '<a:p><a:fld type="datetime1"><a:t>2032/5/6</a:t></a:fld>',
    ],
  ])('in which %s has been edited has nothing to be told', (_, part, from, to) => {
    expect(toldOfEdit(part, swap(from, to))).toEqual([])
  })

  it('is told of a number that only another slide has, as a notice', () => {
    expect(toldOfEdit('slide2.xml', swap('销售额', '商铺累计300家，销售额'))).toEqual([
      expect.stringMatching(/^2 提示 “标题 1” “300家”是第 1、3 页的数据/),
    ])
  })

  it('is told which slides it lacks, and which are nobody’s; moved ones are known again', () => {
    const list =
      (...ids: number[]) =>
      (text: string): string =>
        text.replace(
          /<p:sldIdLst>.*<\/p:sldIdLst>/,
          `<p:sldIdLst>${ids.map(id => `<p:sldId id="${id}" r:id="r${id}"/>`).join('')}</p:sldIdLst>`,
        )
    expect(toldOfEdit('presentation.xml', list(3, 1, 2))).toEqual([])
    expect(toldOfEdit('presentation.xml', list(1, 3))).toEqual([expect.stringContaining('0 提示 页 没有文稿的第 2 页')])
    const added = toldOfEdit('slide2.xml', text => text.replace(' name="第 2 页"', '').replace('6.5%', '6.8%'))
    expect(added.join('\n')).toContain('没有文稿的第 2 页')
    expect(added.join('\n')).toContain('文件的第 2 页不是文稿里的')
    expect(added.join('\n')).toContain('“6.8%”和文稿不一样')
  })

  it.each<[string, Uint8Array, string]>([
    ['encrypted', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), '它加了密'],
    ['cut off', editedPptx().slice(0, 900), '不是 Office 文件，或者坏了'],
    ['broken within', editedPptx('slide2.xml', text => text.slice(0, 60)), 'XML 不完整'],
    [
      'of no slides',
      editedPptx('.rels', text => text.replace('officeDocument"', 'nothing"')),
      '不是 PowerPoint 的文件',
    ],
  ])('that is %s is refused', (_, bytes, told) => {
    expect(() => readPptx('x.pptx', bytes)).toThrow(told)
  })
})
