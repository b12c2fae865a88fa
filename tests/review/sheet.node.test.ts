import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readXlsx } from '../../scripts/lib/facts/office/xlsx.ts'
import { readDeck } from '../../scripts/lib/deck.ts'
import { reviewItems } from '../../scripts/review/items.ts'
import { parseReviewArgs } from '../../scripts/review/args.ts'
import type { SheetInput } from '../../scripts/review/sheet/rows.ts'
import { sheetXlsx } from '../../scripts/review/sheet/xlsx.ts'
import { fullTime } from '../../scripts/review/time.ts'
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
        ...[`李明 ${fullTime(AT)}`, `王芳 ${fullTime('2031-03-02T08:00:00Z')}`, '', '', ''],
      ],
      [
        ...['2', '商贸', '新开商铺', '40余家', '2031年', '新开商铺40余家', '2', '有异议'],
        ...['', '', `赵强 ${fullTime(AT)}：=1+1`, '', ''],
      ],
    ])
    expect(rows.map(([, , label, , , origin]) => `${label} ${origin}`).slice(2)).toEqual([
      '销售额 销售额同比增长6.5%',
      '原有商铺 推算：300家 − 40余家',
      '商户某店主的话 生意好做了。',
      '新建公园 新建公园3个',
    ])
  })

  it('holds texts alone: what begins with = is no formula, and nothing leads elsewhere', async () => {
    const parts = unzipSync(sheetXlsx(await input()))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)
    expect(sheet).not.toMatch(/<(?:f|hyperlinks?)[ >]/i)
    expect(sheet).toContain('=HYPERLINK(')
    expect(sheet).toContain('state="frozen"')
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
