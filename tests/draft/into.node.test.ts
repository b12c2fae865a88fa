import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { DeckSource } from '../../model/source.ts'
import { draftInto, withDrafted } from '../../scripts/draft/into.ts'
import { soundSource } from '../support/deck-source.ts'
import { composeDeck } from '../support/project.ts'

it('slides are drafted where there are none; those that are there are only added to', async () => {
  const root = await composeDeck('drafted-into', 'other-district')
  const file = path.join(root, 'slides.md')
  rmSync(file)
  expect(await draftInto(root, { title: '海湾区这一年', append: false })).toEqual({
    written: ['slides.md'],
    listed: [],
  })
  const drafted = readFileSync(file, 'utf8')
  expect(await draftInto(root, { append: true })).toEqual({ written: [], listed: [] })

  const edited = drafted
    .replace(/^---\nlayout: chart\nmain: \d\n[^]*?(?=^---\nlayout)/m, '')
    .replaceAll('berths', 'flats')
  writeFileSync(file, edited)
  const { listed } = await draftInto(root, { append: false })
  expect(listed).toContain('berths  新建泊位6座')
  expect(readFileSync(file, 'utf8')).toBe(edited)

  expect(await draftInto(root, { append: true })).toEqual({ written: ['slides.md'], listed: [] })
  const added = readFileSync(file, 'utf8')
  const end = edited.indexOf('---\nlayout: end')
  expect(added.startsWith(edited.slice(0, end))).toBe(true)
  expect(added.endsWith(edited.slice(end))).toBe(true)
  expect((await draftInto(root, { append: false })).listed).toEqual([])
})

it('the cover has the picture that a deck begins with, where it is there', async () => {
  const root = await composeDeck('drafted-cover', 'other-district')
  const file = path.join(root, 'slides.md')
  const draft = async (): Promise<string> => {
    rmSync(file)
    await draftInto(root, { append: false })
    return readFileSync(file, 'utf8')
  }
  expect(await draft()).not.toContain('scene: ')
  writeFileSync(path.join(root, 'public', 'scenes', 'cover.svg'), '<svg xmlns="http://www.w3.org/2000/svg" />')
  expect(await draft()).toContain('scene: scenes/cover.svg')
})

it('what the data marks as unused stays marked, with its reason', () => {
  const unused = { file: 'data/left-out.ts', unused: [{ id: 'street', sort: 'photo', reason: '等新照片' }] } as const
  const source: DeckSource = { ...soundSource(), unused }
  const drafted = withDrafted(source, { unused: [{ id: 'shops', reason: '列在附录里' }], names: [] })
  expect(drafted.unused).toEqual({
    file: 'data/left-out.ts',
    unused: [...unused.unused, { id: 'shops', reason: '列在附录里' }],
  })
})
