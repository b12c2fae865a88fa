import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ENGINE_ROOT } from '../../model/engine.ts'
import { loadDeck } from '../../model/load.ts'
import { engineStamp, keptEngineStamp, requireEngine, requireUsablePath } from '../../scripts/site/engine.ts'
import { ROOT } from '../support/project.ts'
import { temporaryFolder } from './support/context.ts'

/** A deck with these texts as its package.json and data; `huibao` and `other` are installed. */
function deck(manifest: string, data = ''): string {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'data'))
  writeFileSync(path.join(folder, 'data', 'deck.ts'), data)
  writeFileSync(path.join(folder, 'package.json'), manifest)
  mkdirSync(path.join(folder, 'node_modules', 'other'), { recursive: true })
  symlinkSync(ENGINE_ROOT, path.join(folder, 'node_modules', 'huibao'), 'junction')
  return folder
}

const naming = (...addons: string[]): string => JSON.stringify({ slidev: { addons } })

describe('a deck that names the engine', () => {
  it.each([
    ['by its package', naming('huibao')],
    ['by an absolute path', naming(ENGINE_ROOT)],
    ['beside another addon', naming('other', 'huibao')],
  ])('%s is built', async (_, manifest) => {
    await expect(requireEngine(deck(manifest))).resolves.toBeUndefined()
  })

  it.each([
    ['nothing', '{}', '没有写用汇报引擎'],
    ['null', 'null', '没有写用汇报引擎'],
    ['broken JSON', '{ "slidev": }', 'package.json 不是正确的 JSON'],
    ['another addon only', naming('other'), '没有写用汇报引擎'],
    ['a misspelt name', naming('huibaoo'), '里写了“huibaoo”，却没有装这个包'],
    ['a relative path, which Slidev does not find', naming('./addon'), '里写了“./addon”，却没有装这个包'],
  ])('is told what to write where its package.json says %s', async (_, manifest, message) => {
    await expect(requireEngine(deck(manifest))).rejects.toThrow(message)
  })

  it('is this repository itself, and a plain Slidev deck needs no engine', async () => {
    await expect(requireEngine(ROOT)).resolves.toBeUndefined()
    await expect(requireEngine(temporaryFolder())).resolves.toBeUndefined()
  })
})

describe('paths that the tools of a build cannot take', () => {
  it.each([
    ...[
      ['/a/[终稿]汇报', '['],
      ['/a/x]', ']'],
      ['/a/{甲}', '{'],
      ['/a/乙}', '}'],
      ['/a/终稿#2', '#'],
      ['/a/完成100%', '%'],
    ],
    ...[
      ['/a/一"二', '"'],
      ["/a/it's", "'"],
      ['/a/b*', '*'],
      ['/a/问?答', '?'],
      ['/a/价格$100', '$'],
      ['/a/a$&b', '$'],
    ],
  ])('%s is refused, with the character named', (folder, character) => {
    expect(() => requireUsablePath(folder)).toThrow(`文件夹的路径里有 ${character} ，`)
  })

  it('those with spaces, parentheses, other signs and Chinese characters are fine', () => {
    expect(() => requireUsablePath('/a/汇报 (2)/明年/沙坪坝 汇报（终稿）/A&B+C,(1)')).not.toThrow()
  })
})

describe('data that cannot be read', () => {
  it.each([
    ['nothing is exported', '', 'data/deck.ts 没有导出 source'],
    ['it is the default export', 'export default {}', 'data/deck.ts 没有导出 source'],
    ['parts are missing', 'export const source = { columns: [], chapters: [] }', 'quotes：不能缺少'],
    ['a part is of another kind', 'export const source = { chapters: "x" }', 'chapters：应为数组'],
    ['a bracket is missing', 'export const source = {\n  columns: [,\n', 'data/deck.ts:'],
    ['a module is not there', "import './nothing.ts'\nexport const source = {}", '找不到“'],
  ])('where %s, the message says so in Chinese', async (_, data, message) => {
    await expect(loadDeck(deck('{}', data))).rejects.toThrow(message)
  })
})

it('the stamp of an engine is that of its version and of what goes into sites', async () => {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'components'))
  writeFileSync(path.join(folder, 'components', 'A.vue'), 'a')
  const before = await engineStamp(folder)
  writeFileSync(path.join(folder, 'scripts.ts'), 'of no site')
  expect(await engineStamp(folder)).toBe(before)
  writeFileSync(path.join(folder, 'components', 'A.vue'), 'b')
  expect(await engineStamp(folder)).not.toBe(before)
})

it('a kept stamp of an engine is read again until one of its files is another', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'components', 'A.vue')
  const record = path.join(folder, 'kept', 'stamp.json')
  mkdirSync(path.dirname(file))
  writeFileSync(file, 'a')
  const stamp = await keptEngineStamp(record, folder)
  expect(stamp).toBe(await engineStamp(folder))
  const { survey } = JSON.parse(readFileSync(record, 'utf8')) as { survey: object }
  writeFileSync(record, JSON.stringify({ survey, stamp: 'kept' }))
  expect(await keptEngineStamp(record, folder)).toBe('kept')
  writeFileSync(path.join(folder, 'components', 'B.vue'), 'b')
  expect(await keptEngineStamp(record, folder)).toBe(await engineStamp(folder))
  writeFileSync(file, 'c')
  expect(await keptEngineStamp(record, folder)).toBe(await engineStamp(folder))
  writeFileSync(record, 'no record')
  expect(await keptEngineStamp(record, folder)).toBe(await engineStamp(folder))
})
