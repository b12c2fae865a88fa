import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDeck } from '../../model/load.ts'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { isNotice } from '../../scripts/check/finding.ts'
import { loadCellMaps } from '../../scripts/lib/cells/cell-map.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { createDeck } from '../../scripts/new/create.ts'
import { madeFrom } from '../../scripts/new/made.ts'
import { readRefresh } from '../../scripts/refresh/run.ts'
import { xlsx, type Cell } from '../check/support/office.ts'
import { temporaryFolder, testContext } from '../scripts/support/context.ts'
import { ROOT } from '../support/project.ts'

const ARTICLE = path.join(ROOT, 'tests', 'fixtures', 'bulletin', '原文.md')

async function create(folder: string, ...paths: string[]): Promise<readonly string[]> {
  const root = path.dirname(folder)
  const made = await madeFrom(paths, testContext(root))
  await createDeck({ folder, root, engine: undefined, content: made.content, life: new Lifecycle() })
  return made.told()
}

describe('a deck that is made from a workbook of an office', () => {
  it('knows its cells, and tells what is left out', async () => {
    const root = temporaryFolder()
    const rows: Cell[][] = [['2026年各镇'], ['编码', '镇', '产值（亿元）'], [101, '东镇', 1], [205, '西镇', 2]]
    writeFileSync(path.join(root, '各镇.xlsx'), xlsx({ 表: rows }))
    const folder = path.join(root, 'deck')
    expect(await create(folder, path.join(root, '各镇.xlsx'))).toEqual([
      '各镇.xlsx：没有取的数 2 格：',
      '  在行名前面，看作编号：表 A3 “101”，表 A4 “205”',
    ])
    expect(await loadCellMaps(folder)).toMatchObject([{ period: '2026', tables: [{ sheet: '表' }] }])
    const { changes } = await readRefresh(folder, xlsx({ 表: rows }), '各镇.xlsx')
    expect(changes.map(({ sort }) => sort)).toEqual(['same', 'same'])
  })
})

describe('a deck that is made from an article', () => {
  it('holds its data, slides and slots for photos, and the article, which is remembered', async () => {
    const folder = path.join(temporaryFolder(), 'deck')
    expect(await create(folder, ARTICLE)).toEqual([
      expect.stringMatching(/^原文\.md：有 \d+ 处数没有读成数据：/),
      expect.stringMatching(/^数据里有 \d+ 处待核$/),
      expect.any(String),
    ])
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['data', 'slides.md', 'package.json', '原文.md']))
    expect(readdirSync(path.join(folder, 'data'))).toContain('source.lock.json')
    expect(readFileSync(path.join(folder, '原文.md'))).toEqual(readFileSync(ARTICLE))
    const { deck, problems } = await loadDeck(folder)
    expect(problems).toEqual([])
    for (const { scene } of deck.photos)
      expect(readFileSync(path.join(folder, 'public', scene), 'utf8')).toContain('<svg')
    const { findings } = await checkDeck(parseCheckArgs(['facts', '--source', '原文.md']), testContext(folder))
    expect(findings.filter(finding => !isNotice(finding))).toEqual([])
  })

  it.each([
    ['a file that is not there', ['没有.txt'], '没有这个文件：没有.txt'],
    ['a file of another kind', ['图.png'], '不认得这种文件'],
    ['two files of one name', ['甲.txt', '下/甲.txt'], '下/甲.txt：和前面的文件同名'],
    ['a table that is none', ['甲.txt', '表.csv'], '表.csv 里没有找到表'],
  ])('is not made from %s, and nothing is left', async (_, names, message) => {
    const root = temporaryFolder()
    mkdirSync(path.join(root, '下'))
    for (const name of ['图.png', '甲.txt', '下/甲.txt', '表.csv']) writeFileSync(path.join(root, name), '甲\n')
    await expect(create(path.join(root, 'deck'), ...names)).rejects.toThrow(message)
    expect(readdirSync(root)).not.toContain('deck')
  })
})
