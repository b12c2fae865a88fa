import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { isNotice } from '../../scripts/check/finding.ts'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { createDeck } from '../../scripts/new/create.ts'
import { madeFrom } from '../../scripts/new/made.ts'
import { xlsx } from '../check/support/office.ts'
import { testContext } from '../scripts/support/context.ts'
import { ROOT, useEngine } from '../support/project.ts'
import { test } from '../support/test.ts'

const ARTICLE = `汀岚县2031年工作报告

一、经济
2031年，地区生产总值241.4亿元，比上年增长5.9%。第一产业增加值22.4亿元，第二产业增加值96.9亿元，第三产业增加值122.1亿元。
一般公共预算收入10.4亿元，增长3.8%。社会消费品零售总额86亿元，增长4.9%。

二、民生
城镇新增就业3.3万人。居民人均可支配收入25618元，增长5.5%。新建公园3个，新增学位4000个。
`
const INDICATORS = [
  ['汀岚县2031年主要指标'],
  ['指标', '单位', '绝对额', '同比增长（%）'],
  ['地区生产总值', '亿元', 241.4, 5.9],
  ['一般公共预算收入', '万元', 103926, 3.8],
  ['居民人均可支配收入', '元', 25618, 5.5],
  ['新建公园', '个', 4, null],
  ['工业用电量', '亿千瓦时', 8.43, 5.5],
  ['金融机构各项存款余额', '亿元', 365.42, 8.3],
]
const TOWNS = '镇,2031年产值（亿元）\n东镇,40.5\n西镇,60\n南镇,35.2\n北镇,28.8\n'

// A site of its own: no other deck is made of several sources.
test(
  'a deck of an article, an own workbook and a csv file is exported and has no fault, unedited',
  { timeout: 1_800_000 },
  async ({ browser, life }) => {
    const root = path.join(ROOT, '.huibao', 'tests', 'new-several')
    await rm(root, { recursive: true, force: true, maxRetries: 5 })
    await mkdir(root, { recursive: true })
    const given = { '报告.txt': ARTICLE, '月报.xlsx': xlsx({ 指标: INDICATORS }), '各镇.csv': TOWNS }
    for (const [name, bytes] of Object.entries(given)) await writeFile(path.join(root, name), bytes)
    const folder = path.join(root, 'deck')
    const made = await madeFrom(Object.keys(given), testContext(root, life))
    await createDeck({ folder, root, engine: undefined, content: made.content, life })
    await useEngine(folder)
    expect(made.told()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^5 条数据几个来源都有/),
        expect.stringMatching(/^来源之间有 1 处对不上/),
      ]),
    )
    const context = testContext(folder, life)
    const tools = { browser: async () => browser }
    const { problems } = await exportDeck(parseExportArgs(['pdf']), context, tools)
    expect(problems).toEqual([])
    const sources = Object.keys(given).flatMap(name => ['--source', name])
    const { findings } = await checkDeck(parseCheckArgs(sources), context, tools)
    const faults = findings.filter(finding => !isNotice(finding))
    expect(faults.map(({ where, rule, text, measured }) => `${where} ${rule} ${text} ${measured}`)).toEqual([])
    expect(findings.filter(({ rule }) => rule === 'doubt').map(({ element }) => element)).toEqual([
      'xinjian-gongyuan',
      'xinjian-gongyuan-baobiao',
    ])
  },
)
