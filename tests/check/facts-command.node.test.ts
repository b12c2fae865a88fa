import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { testContext } from '../scripts/support/context.ts'
import { composeDeck } from '../support/project.ts'

async function check(root: string, ...args: string[]) {
  const log: string[] = []
  const context = testContext(root)
  const say = (line: string): void => void log.push(line)
  const report = await checkDeck(parseCheckArgs(args), {
    ...context,
    log: { ...context.log, info: say, error: say, warn: say },
  })
  return { ...report, log, told: report.findings.map(({ where, measured }) => `${where} ${measured}`) }
}

describe('a deck in a folder of its own', () => {
  let folder: string
  const article = `港口走向深蓝
综述 深蓝
作业事故下降40%，集装箱占比63.4%。
数据 深蓝
进出港货值突破840亿元；渔业产值约210亿元；旅游收入96.5亿元；货值同比增长12.5%；新建泊位6座；航运企业累计220家；新引进航运企业80余家。
访谈
船多了，路也顺了。
引航站 某引航员
新码头
新社区
家园更加宜居
数据
新建保障房3200户以上。
`
  const write = (text: string): void => writeFileSync(join(folder, '原文.txt'), text)
  const lockOf = (): string => readFileSync(join(folder, 'data', 'source.lock.json'), 'utf8')

  beforeAll(async () => {
    folder = await composeDeck('facts-command', 'other-district')
    write(article)
  })

  it('accepts its source, says so, and says when it has changed', async () => {
    expect((await check(folder, 'facts', '--source', '原文.txt')).told).toEqual([])
    expect(readdirSync(join(folder, 'data'))).not.toContain('source.lock.json')
    const accepted = await check(folder, 'evidence', '--source', '原文.txt', '--accept-source')
    expect(accepted.told).toEqual([])
    expect(accepted.log).toEqual(['原文已登记在 data/source.lock.json：13 条原句、10 个数。'])
    const before = lockOf()
    write(article.replace('新建泊位6座；', '').replace('累计220家；', '累计220家；新建泊位6座；'))
    expect((await check(folder, 'evidence', '--source', '原文.txt')).told).toContainEqual(
      expect.stringMatching(/^data\/deck\.ts:\d+ 原句从“数据 深蓝”第 6 句移到了“数据 深蓝”第 7 句（原文第 5 行）$/),
    )
    write(article.replace('新建泊位6座', '扩建仓库9座；新建泊位6座'))
    const changed = await check(folder, 'evidence', '--source', '原文.txt')
    expect(changed.told.map(text => text.slice(0, 40))).toContain('data/source.lock.json 原文与上次登记时不同')
    expect(changed.told).toContain('原文.txt:5 原文里新出现的数')
    expect(lockOf()).toBe(before)
  })

  it('refuses to accept a source that its data contradicts, and leaves no file behind', async () => {
    const before = lockOf()
    write(article.replace('新建泊位6座', '新建泊位7座'))
    const refused = await check(folder, 'evidence', '--source', '原文.txt', '--accept-source')
    expect(refused.told.some(text => text.includes('原文里没有这句'))).toBe(true)
    expect(refused.log).toEqual(['没有登记原文：依据还有 1 处不符，改好后再登记。'])
    expect(lockOf()).toBe(before)
    expect(readdirSync(join(folder, 'data')).filter(name => name.includes('lock'))).toEqual(['source.lock.json'])
  })

  it.each([
    ['没有.txt', '没有这个文件：没有.txt'],
    ['slides.md', 'slides.md 是幻灯片，不是原文'],
    ['public/favicon.svg', '原文里没有找到任何一章的标题'],
  ])('refuses %s for its source', async (file, message) => {
    await expect(check(folder, 'evidence', '--source', file)).rejects.toThrow(message)
  })

  it('says that the lock file is broken', async () => {
    const before = lockOf()
    writeFileSync(join(folder, 'data', 'source.lock.json'), before.slice(0, 40))
    await expect(check(folder, 'evidence')).rejects.toThrow('data/source.lock.json 坏了，读不出来')
  })
})
