import type { FigureRecord } from '../../scripts/figures/records.ts'
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import stringWidth from 'string-width'
import { beforeAll, describe, expect, it } from 'vitest'
import { composeDeck, ROOT } from '../support/project.ts'

/** A figure in each line of the other district's data. */
const FIGURES = 13

describe('npm run figures', () => {
  let cwd: string
  beforeAll(async () => {
    cwd = await composeDeck('figures', 'other-district')
  })

  async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    return promisify(execFile)(process.execPath, [join(ROOT, 'scripts/huibao.js'), 'figures', ...args], { cwd }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    )
  }

  it('prints nothing but JSON with --json, a record for each figure', async () => {
    const { code, stdout, stderr } = await run('--json')
    const records = JSON.parse(stdout) as FigureRecord[]
    expect([code, stderr, records.length]).toEqual([0, '', FIGURES])
    expect(records.find(({ id }) => id === 'carriers-new')).toEqual({
      id: 'carriers-new',
      chapter: 'harbour',
      label: '新引进航运企业',
      value: 80,
      unit: '家',
      qualifier: '余',
      kind: 'count',
      period: '2031年',
      evidence: { column: '数据', clause: '新引进航运企业80余家' },
      derived: null,
      text: '80余家',
    })
    expect(records.find(({ id }) => id === 'carriers-base')).toMatchObject({
      text: '不足140家',
      derived: { formula: '220家 − 80余家', inputs: ['carriers', 'carriers-new'], rounding: 0 },
    })
  })

  it('prints a table whose columns line up', async () => {
    const [head, ...lines] = (await run()).stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(FIGURES)
    const columnOf = (line: string, text: RegExp): number => stringWidth(line.slice(0, line.search(text)))
    expect(new Set(lines.map(line => columnOf(line, /203\d年/)))).toEqual(new Set([columnOf(head!, /时段/)]))
  })

  it('refuses an unknown option and says where they are listed', async () => {
    const { code, stdout, stderr } = await run('--jsn')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toBe('错误：命令的参数不对：--jsn\n可用的参数见 npx huibao figures --help\n')
  })

  it('refuses wrong data with all that is wrong', async () => {
    const data = join(cwd, 'data/deck.ts')
    writeFileSync(data, readFileSync(data, 'utf8').replace('value: 840', 'value: 841'))
    const { code, stdout, stderr } = await run()
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(
      /^错误：数据有 1 处问题：\n {2}data\/deck\.ts {2}cargo {2}.*841.*\n请按上面的文件和编号改好，再运行一次。\n$/,
    )
  })
})
