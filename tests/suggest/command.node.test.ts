import { describe, expect, it } from 'vitest'
import type { Context } from '../../scripts/lib/command.ts'
import { command } from '../../scripts/suggest/main.ts'
import { ROOT } from '../support/project.ts'

async function run(...args: string[]): Promise<string> {
  const lines: string[] = []
  await command.run({ root: ROOT, args, print: (line: string) => lines.push(line) } as unknown as Context)
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

  it('refuses a year that is none, no file and two', async () => {
    await expect(run(FILE, '--year', '25')).rejects.toThrow('--year 应为四位数的年份')
    await expect(run()).rejects.toThrow('要写一篇文章')
    await expect(run(FILE, FILE)).rejects.toThrow('一次只读一篇文章，写了 2 个')
  })
})
