import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readXlsx } from '../../scripts/lib/facts/office/xlsx.ts'
import { readDeck } from '../../scripts/lib/deck.ts'
import { reviewItems } from '../../scripts/review/items.ts'
import { parseReviewArgs } from '../../scripts/review/args.ts'
import type { SheetInput } from '../../scripts/review/sheet/rows.ts'
import { sheetXlsx } from '../../scripts/review/sheet/xlsx.ts'
import { dayOf } from '../../scripts/review/time.ts'
import { facts, source } from '../check/support/facts-deck.ts'
import { deckFolder } from '../scripts/support/context.ts'

const AT = '2031-03-01T08:00:00Z'

async function input(): Promise<SheetInput> {
  const deck = await facts({
    source: source(deck => {
      deck.figures[0]!.figures[0]!.label = '=HYPERLINK("http://a.example")'
    }),
  })
  const items = reviewItems(deck)
  const fingerprint = (id: string): string => items.find(item => item.id === id)!.fingerprint
  return {
    deck: { ...(await readDeck(deckFolder('good'))), title: '海湾' },
    items,
    review: {
      shops: {
        王芳: { verdict: 'confirmed', at: '2031-03-02T08:00:00Z', fingerprint: fingerprint('shops') },
        李明: { verdict: 'confirmed', at: AT, fingerprint: fingerprint('shops') },
      },
      'shops-new': {
        李明: { verdict: 'confirmed', at: AT, fingerprint: 'before' },
        赵强: { verdict: 'objected', at: AT, fingerprint: fingerprint('shops-new'), word: '=1+1' },
      },
    },
    date: new Date(AT),
  }
}

describe('the sign-off sheet as a workbook', () => {
  it('has a row for each figure and quote: what, when, where, who, and room to sign', async () => {
    const [table] = readXlsx(sheetXlsx(await input()), '校核表.xlsx')
    expect(table!.heads).toEqual(
      '序号 章 名称 数值 时段 原句或出处 页 状态 确认人一 确认人二 异议 签字一 签字二'.split(' '),
    )
    const rows = table!.rows.map(({ cells }) => cells.map(cell => cell.trim()))
    expect(rows.slice(0, 2)).toEqual([
      [
        ...['1', '商贸', '=HYPERLINK("http://a.example")', '300家', '2031年', '商铺累计300家', '2', '两人确认'],
        ...[`李明 ${dayOf(AT)}`, `王芳 ${dayOf('2031-03-02T08:00:00Z')}`, '', '', ''],
      ],
      [
        ...['2', '商贸', '新开商铺', '40余家', '2031年', '新开商铺40余家', '2', '有异议'],
        ...['', '', `赵强 ${dayOf(AT)}：=1+1`, '', ''],
      ],
    ])
    expect(rows.map(([, , label, value, , origin]) => `${label} ${value} ${origin}`).slice(2)).toEqual([
      '销售额 同比增长6.5% 销售额同比增长6.5%',
      '原有商铺 不足260家 推算：300家 − 40余家',
      '商户某店主的话 引语 生意好做了。',
      '新建公园 3个 新建公园3个',
    ])
  })

  it('says how far everything is, and has room in each row for its longest text', async () => {
    const { items, review, ...rest } = await input()
    const word = '原文不是这样'.repeat(10)
    const long = { ...review['shops-new']!, 赵强: { ...review['shops-new']!.赵强!, word } }
    const sheet = sheetXlsx({ ...rest, items, review: { ...review, 'shops-new': long } })
    const xml = strFromU8(unzipSync(sheet)['xl/worksheets/sheet1.xml']!)
    expect(xml).toContain('展示的 6 条：有异议 1 条，未确认 4 条，两人确认 1 条；印于 ')
    const heights = [...xml.matchAll(/<row r="(\d+)"(?: ht="(\d+)")?>/g)].map(([, , height]) => Number(height ?? 0))
    // The title, the names with their days, the objection in a column of 22 characters; the others need no more.
    expect(heights).toEqual([22, 0, 0, 33, 123, 0, 0, 0, 0])
  })

  it('holds texts alone: what begins with = is no formula, and nothing leads elsewhere', async () => {
    const parts = unzipSync(sheetXlsx(await input()))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)
    expect(sheet).not.toMatch(/<(?:f|hyperlinks?)[ >]/i)
    expect(sheet).toContain('=HYPERLINK(')
    expect(sheet).toContain('state="frozen"')
    const workbook = strFromU8(parts['xl/workbook.xml']!)
    expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'校核表'!$1:$3</definedName>`)
  })
})

it.each([
  [['--sheet', '校核表.docx'], '--sheet 要写以 .pdf 或 .xlsx 结尾的文件名'],
  [['--as', ' '], '--as 要写校核人的姓名'],
  [['--port', 'x'], '--port 要写 0 到 65535 之间的整数'],
  [['figures'], '命令的参数不对：figures'],
])('refuses %o', (args, message) => {
  expect(() => parseReviewArgs(args)).toThrow(message)
})
