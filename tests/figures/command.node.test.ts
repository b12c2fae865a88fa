import type { FigureRecord } from '../../scripts/figures/records.ts'
import { execFile } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { figures } from '../../data/index.ts'

const MAIN = fileURLToPath(new URL('../../scripts/figures/main.ts', import.meta.url))

async function run(...args: string[]): Promise<{ code: number, stdout: string, stderr: string }> {
  return promisify(execFile)(process.execPath, [MAIN, ...args])
    .then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }), (error: { code: number, stdout: string, stderr: string }) => error)
}

describe('npm run figures', () => {
  it('prints nothing but JSON with --json, a record for each figure', async () => {
    const { code, stdout, stderr } = await run('--json')
    const records = JSON.parse(stdout) as FigureRecord[]
    expect([code, stderr]).toEqual([0, ''])
    expect(records).toHaveLength(figures.length)
    expect(records.find(({ id }) => id === 'high-tech-new')).toEqual({
      id: 'high-tech-new',
      chapter: 'economy',
      label: '新培育高新技术企业',
      value: 60,
      unit: '家',
      qualifier: '余',
      kind: 'count',
      period: '2020年1—11月',
      evidence: { column: '数说', clause: '培育高新技术企业60余家' },
      derived: null,
      text: '60余家',
    })
    expect(records.find(({ id }) => id === 'high-tech-base')).toMatchObject({
      text: '不足70家',
      derived: { formula: '130家 − 60余家', inputs: ['high-tech-total', 'high-tech-new'], rounding: 0 },
    })
  })

  it('prints a table whose columns line up', async () => {
    const { stdout } = await run()
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(figures.length + 1)
    const column = (line: string, text: string): number => stringWidth(line.slice(0, line.indexOf(text)))
    const [head] = lines as [string]
    for (const [index, figure] of figures.entries())
      expect(column(lines[index + 1]!, figure.label)).toBe(column(head, '名称'))
  })

  it('refuses an unknown option and says where they are listed', async () => {
    const { code, stdout, stderr } = await run('--jsn')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe('错误：命令的参数不对：--jsn\n可用的参数见 npm run figures -- --help\n')
  })
})
