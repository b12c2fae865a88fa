import { access, cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSource } from '../../model/load.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import type { Context } from '../../scripts/lib/command.ts'
import { command } from '../../scripts/workbook/main.ts'
import { ROOT, typedWorkbook } from './support/workbook.ts'
import { copyData } from '../support/copy-data.ts'

async function deck(): Promise<string> {
  const root = await copyData('tests/fixtures/other-district')
  await cp(path.join(ROOT, 'tests/fixtures/other-district/slides.md'), path.join(root, 'slides.md'))
  return root
}

/** Runs the command in a deck. @returns its exit code, and what it printed and told */
async function run(root: string, ...args: string[]): Promise<{ code: number; printed: string[]; told: string[] }> {
  const printed: string[] = []
  const told: string[] = []
  const log = { ...silentLog, info: (line: string) => told.push(line), error: (line: string) => told.push(line) }
  const context = { root, args, log, print: (line: string) => printed.push(line) } as unknown as Context
  return { code: (await command.run(context)) ?? 0, printed, told }
}

describe('workbook', () => {
  it('writes the data, and reads it back without changing a byte', async () => {
    const root = await deck()
    const before = await readFile(path.join(root, 'data/deck.ts'), 'utf8')
    expect(await run(root, 'write', '数据.xlsx')).toMatchObject({ code: 0, printed: [path.join(root, '数据.xlsx')] })
    expect((await run(root, 'read', '数据.xlsx')).told).toEqual(['工作簿和 data/ 说的一样，什么也没有改。'])
    expect(await readFile(path.join(root, 'data/deck.ts'), 'utf8')).toBe(before)
  })

  it('overwrites no file unless it is told to', async () => {
    const root = await deck()
    await run(root, 'template', '空表.xlsx')
    await expect(run(root, 'write', '空表.xlsx')).rejects.toThrow('已经有 空表.xlsx')
    expect(await run(root, 'write', '空表.xlsx', '--force')).toMatchObject({ code: 0 })
  })

  it('tells what has changed, and that the title is changed in the slides', async () => {
    const root = await deck()
    const bytes = typedWorkbook(await loadSource(root), { 指标: { N3: '再核一遍' }, 会议: { B2: '另一个标题' } })
    await writeFile(path.join(root, '数据.xlsx'), bytes)
    expect(await run(root, 'read', '数据.xlsx')).toEqual({
      code: 0,
      printed: ['改动 指标 cargo 进出港货值'],
      told: ['改了 data/deck.ts。接下来运行 npm run check。', expect.stringMatching(/^封面的标题没有改/)],
    })
    expect((await loadSource(root)).figures[0]!.figures[0]).toMatchObject({ doubt: '再核一遍' })
  })

  it('writes nothing where anything is wrong, lists it all, and notes it in a copy', async () => {
    const root = await deck()
    const before = await readFile(path.join(root, 'data/deck.ts'), 'utf8')
    const bytes = typedWorkbook(await loadSource(root), { 指标: { E3: '八百', B4: '海上' }, 章节: { D3: '贸易' } })
    await writeFile(path.join(root, '数据.xlsx'), bytes)
    const { code, printed } = await run(root, 'read', '数据.xlsx', '--annotate')
    expect(code).toBe(1)
    expect(printed).toEqual([
      '工作簿有 2 处要改：',
      '  指标 E3  现为：八百  应为：一个数',
      expect.stringContaining('  指标 B4  现为：海上  应为：“章节”表里的一章'),
      path.join(root, '数据-批注.xlsx'),
    ])
    await access(path.join(root, '数据-批注.xlsx'))
    expect(await readFile(path.join(root, 'data/deck.ts'), 'utf8')).toBe(before)
  })

  it.each([[[]], [['read']], [['copy', '数据.xlsx']], [['write', '数据.xls']]])('refuses %j', async args => {
    await expect(run(await deck(), ...args)).rejects.toMatchObject({ exitCode: 2 })
  })
})
