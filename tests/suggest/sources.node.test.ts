import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { validate } from '../../model/validate.ts'
import { draftOf, givenFiles, type FoundDraft } from '../../scripts/suggest/sources.ts'
import { writeWorkbook } from '../../scripts/workbook/write.ts'
import { docx, paragraph, xlsx } from '../check/support/office.ts'
import { soundSource } from '../support/deck-source.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'huibao-several-'))
afterAll(() => rmSync(folder, { recursive: true }))

const REPORT = `汀岚县2031年工作报告

一、经济
2031年，地区生产总值600.5亿元，比上年增长6.5%。实现税收36.2亿元。

二、民生
新建公园3个。城镇新增就业3.3万人。
`
const NEWS = `汀岚县2031年经济快报

一、经济
2031年，地区生产总值600.5亿元。固定资产投资210亿元。

二、就业
城镇新增就业3.4万人。
`
const SHEET = [
  ['汀岚县2031年主要指标'],
  ['指标', '单位', '绝对额', '同比增长（%）'],
  ['地区生产总值', '亿元', 600.5, 6.5],
  ['税收', '万元', 362041, 4.9],
  ['新建公园', '个', 4, null],
]
const CSV = '镇,2031年产值（亿元）\n东镇,40.5\n西镇,60\n'

const PLAIN = '公报\n2031年，产值60亿元。\n'
/** The same in the encoding of older programs. */
const GB18030 = Uint8Array.from([
  ...[0xb9, 0xab, 0xb1, 0xa8, 0x0a, 0x32, 0x30, 0x33, 0x31, 0xc4, 0xea, 0xa3, 0xac],
  ...[0xb2, 0xfa, 0xd6, 0xb5, 0x36, 0x30, 0xd2, 0xda, 0xd4, 0xaa, 0xa1, 0xa3, 0x0a],
])

const bytes: Readonly<Record<string, string | Uint8Array>> = {
  '报告.txt': REPORT,
  '快报.docx': docx(NEWS.split('\n').filter(Boolean).map(paragraph).join('')),
  '指标.xlsx': xlsx({ 主要指标: SHEET }),
  '各镇.csv': CSV,
  '模板.xlsx': writeWorkbook({ title: '海湾的一年', source: soundSource() }),
  '模板二.xlsx': writeWorkbook({ title: '海湾的一年', source: soundSource() }),
}
for (const [name, content] of Object.entries(bytes)) writeFileSync(path.join(folder, name), content)

const drafted = async (...names: string[]): Promise<FoundDraft> => draftOf(await givenFiles(folder, names))

describe('a draft of several sources', () => {
  it('is the same in whatever order they are given', async () => {
    const names = ['报告.txt', '快报.docx', '指标.xlsx', '各镇.csv']
    const [first, ...others] = await Promise.all(
      [names, names.toReversed(), [names[2]!, names[0]!, names[3]!, names[1]!]].map(order => drafted(...order)),
    )
    for (const other of others) expect(other).toEqual(first)
    expect(validate(first!.draft.source)).toEqual([])
  })

  it.each<[string, string, Uint8Array]>([
    [
      'UTF-8 with a byte order mark',
      '有标记.txt',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(PLAIN)]),
    ],
    ['UTF-16', '宽.txt', Buffer.from(`\uFEFF${PLAIN}`, 'utf16le')],
    ['GB18030', '国标.txt', GB18030],
    ['Markdown', '报告.md', Buffer.from(PLAIN.replace('公报', '# **公报**'))],
    [
      'Markdown with a list, links and code',
      '清单.md',
      Buffer.from('# 公报\n\n```\n- 2031年，[产值60亿元](https://a.cn/1 "2")。![图](图1.png)\n```\n'),
    ],
  ])('reads an article in %s', async (_, name, content) => {
    writeFileSync(path.join(folder, name), content)
    const { draft } = await drafted(name)
    expect(draft.source.figures.flatMap(file => file.figures)).toMatchObject([
      { label: '产值', value: 60, unit: '亿元', period: 'year', evidence: { clause: '产值60亿元' } },
    ])
  })

  it.each<[string, string]>([
    ['a picture', '图.txt'],
    ['a workbook', '表.md'],
  ])('does not read %s under the name of a text', async (_, name) => {
    writeFileSync(
      path.join(folder, name),
      name === '图.txt' ? Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]) : xlsx({ 表: SHEET }),
    )
    await expect(drafted(name)).rejects.toThrow(`读不出文字：${name}`)
  })

  it('tells what of an article it has no data of', async () => {
    writeFileSync(path.join(folder, '零碎.txt'), '公报\n2031年，产值60亿元，税收（2.1）亿元。\n')
    expect((await drafted('零碎.txt')).told).toEqual([
      '零碎.txt：有 1 处数没有读成数据：“（2.1）”，列在 data/ 里，标着待核',
    ])
  })

  it('is not made of an article in traditional characters', async () => {
    writeFileSync(path.join(folder, '繁体.txt'), '2031年，地區生產總值241.4億元，比上年增長5.9%。\n')
    await expect(drafted('繁体.txt')).rejects.toThrow('读不了 繁体.txt：它是繁体字的')
  })

  it('has what they agree on once, and what they do not with both places', async () => {
    const { draft, told } = await drafted('指标.xlsx', '快报.docx', '报告.txt')
    const figures = draft.source.figures.flatMap(file => file.figures)
    const find = (id: string) => figures.find(each => each.id === id)
    expect(find('diqu-shengchanzongzhi')!.evidence).toEqual({
      clause: '地区生产总值600.5亿元',
      also: [
        { source: 'article-2', clause: '地区生产总值600.5亿元' },
        { source: 'zhibiao', sheet: '主要指标', cell: 'C3', row: '地区生产总值', column: '绝对额' },
      ],
    })
    expect(find('xinjian-gongyuan')!.doubt).toContain('《指标》主要指标!C5')
    expect(draft.source.unused!.unused).toMatchObject([{ id: 'shuishou-baobiao' }])
    expect(told).toEqual([
      '2 条数据几个来源都有，数相同，各合为一条',
      '来源之间有 2 处对不上，两边的数都在，都标了待核：',
      '  城镇新增就业',
      '    《汀岚县2031年经济快报》“城镇新增就业3.4万人”是3.4万人',
      '    《汀岚县2031年工作报告》“城镇新增就业3.3万人”是3.3万人',
      '  新建公园',
      '    《汀岚县2031年工作报告》“新建公园3个”是3个',
      '    《指标》主要指标!C5（新建公园，绝对额）是4个',
    ])
  })

  it('keeps what a template says, which is of the article beside it', async () => {
    const { draft, sources } = await drafted('各镇.csv', '报告.txt', '模板.xlsx')
    expect(draft.title).toBe('海湾的一年')
    expect(draft.source.sources).toMatchObject([
      { id: 'article', title: '报告', file: '报告.txt', headings: { trade: '商贸', parks: '园林' } },
      { file: '各镇.csv', undivided: true },
    ])
    expect(draft.source.figures.flatMap(file => file.figures.map(({ id }) => id))).toContain('shops')
    expect(draft.source.figures.flatMap(file => file.figures.map(({ id }) => id))).not.toContain('xinjian-gongyuan')
    expect(sources).toEqual(['报告.txt', '各镇.csv'])
    expect(validate(draft.source)).toEqual([])
  })

  it.each<[string, string[], string]>([
    ['two templates', ['模板.xlsx', '模板二.xlsx'], '只能有一个填好的模板：模板.xlsx、模板二.xlsx'],
    [
      'a template without sources, two articles and a table',
      ['模板.xlsx', '报告.txt', '快报.docx', '各镇.csv'],
      '分不清',
    ],
  ])('is not made of %s', async (_, names, message) => {
    await expect(drafted(...names)).rejects.toThrow(message)
  })
})
