import { describe, expect, it } from 'vitest'
import type { Context } from '../../scripts/lib/command.ts'
import { command } from '../../scripts/suggest/main.ts'
import { ROOT } from '../support/project.ts'

async function run(...args: string[]): Promise<string> {
  const lines: string[] = []
  const print = (line: string): unknown => lines.push(line)
  await command.run({ root: ROOT, args, print, log: { info: print } } as unknown as Context)
  return lines.join('\n')
}

const FILE = 'tests/fixtures/work-report/原文.txt'

describe('huibao suggest', () => {
  it('prints figures as JSON, with what is in doubt', async () => {
    const records = JSON.parse(await run(FILE, '--json')) as { label: string; doubt?: string }[]
    expect(records[0]).toMatchObject({ id: 'diqu-shengchanzongzhi', value: 551.8, unit: '亿元', period: '2025年' })
    expect(records.filter(({ doubt }) => doubt !== undefined).length).toBeGreaterThan(0)
  })

  it('prints a table for people, with 待核 before what is in doubt', async () => {
    const text = await run(FILE)
    expect(text).toMatch(/^ {2}待核 {2}民生实事已经办结/m)
    expect(text).toMatch(/目标 22 个/)
  })

  it('takes several sources, and says what they do not agree on', async () => {
    const text = await run(FILE, 'tests/fixtures/tables/gdp-by-year.csv')
    expect(text).toMatch(/^来源之间有 \d+ 处对不上，两边的数都在，都标了待核：$/m)
    expect(text).toContain('《gdp-by-year》《gdp-by-year》（2020，地区生产总值（亿元））是1711.6亿元')
  })

  it('refuses a year or a period that is none, no file and one twice', async () => {
    await expect(run(FILE, '--year', '25')).rejects.toThrow('--year 应为四位数的年份')
    await expect(run(FILE, '--period', '去年')).rejects.toThrow('--period 去年：不是时段的代码')
    await expect(run()).rejects.toThrow('没有写来源')
    await expect(run(FILE, FILE)).rejects.toThrow('和前面的文件同名')
  })
})
