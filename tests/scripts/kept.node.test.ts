import { mkdirSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { findKept, keepExport } from '../../scripts/export/kept.ts'
import { fakeHost, temporaryFolder } from './support/context.ts'

/** Long after the files of a test were written. */
const LATER = Date.now() + 3_600_000
const host = fakeHost()

/** A deck that was exported with these arguments, and a file that came of it. */
async function exportedDeck(began = LATER, ...typed: string[]) {
  const root = temporaryFolder()
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
  write('slides.md', '# 甲')
  write('data/figures/city.ts', '1')
  write('public/photos/a.jpg', '图')
  mkdirSync(path.join(root, 'public/empty'))
  write('node_modules/.package-lock.json', '{}')
  write('exports/甲.pdf', 'PDF')
  const files = [path.join(root, 'exports/甲.pdf')]
  const inputs = ['slides.md', 'data/figures/city.ts', 'public/photos/a.jpg'].map(name => path.join(root, name))
  const report = { ok: true, files }
  await keepExport(parseExportArgs(['pdf', ...typed]), { root, host }, { report, inputs, began })
  const find = (...again: string[]) => findKept(parseExportArgs(['pdf', ...again]), { root, host })
  return { root, write, find, report }
}

describe('an export', () => {
  it.each([[[]], [['--json']], [['--timeout', '60']], [['--out', './exports']]])(
    'is handed over where nothing has changed: %j',
    async typed => {
      const { find, report } = await exportedDeck()
      expect(find(...typed)).toEqual(report)
    },
  )

  it.each([
    [['png']],
    [['--range', '1']],
    [['--clicks']],
    [['--scale', '1']],
    [['--skin', '夜']],
    [['--aspect', '4:3']],
    [['--refs']],
    [['--out', 'other']],
  ])('is made where it was not made so: %j', async typed => {
    const { find } = await exportedDeck()
    expect(find(...typed)).toBeUndefined()
  })

  it.each([
    ['a slide', 'slides.md', '# 乙'],
    ['data', 'data/figures/city.ts', '2'],
    ['a picture', 'public/photos/a.jpg', '画'],
    ['a file beside others', 'data/figures/new.ts', '1'],
    ['a file in an empty folder', 'public/empty/b.jpg', '图'],
    ['a folder', 'public/more/b.jpg', '图'],
    ['a style sheet at the root', 'style.css', 'a {}'],
    ['the packages', 'node_modules/.package-lock.json', '{ }'],
    ['the exported file', 'exports/甲.pdf', 'pdf'],
  ])('is made anew where %s changed', async (_, name, text) => {
    const { find, write } = await exportedDeck()
    write(name, text)
    expect(find()).toBeUndefined()
  })

  it.each(['slides.md', 'data/figures/city.ts', 'public/empty', 'exports/甲.pdf', '.huibao/exports'])(
    'is made anew where %s is gone',
    async name => {
      const { root, find } = await exportedDeck()
      rmSync(path.join(root, name), { recursive: true })
      expect(find()).toBeUndefined()
    },
  )

  it('is made anew where a text was replaced by one as long, its time set back', async () => {
    const { root, write, find } = await exportedDeck()
    const file = path.join(root, 'slides.md')
    const { mtime } = statSync(file)
    write('slides.md', '# 乙')
    utimesSync(file, mtime, mtime)
    expect(find()).toBeUndefined()
  })

  it.each(['notes.txt~', '.vscode/settings.json', 'npm-debug.log', 'dist/index.html', 'exports/other.png'])(
    'is handed over where %s came, of which no export is made',
    async name => {
      const { write, find, report } = await exportedDeck()
      write(name, '')
      expect(find()).toEqual(report)
    },
  )

  it('is not remembered where the deck changed meanwhile', async () => {
    const { root, find } = await exportedDeck(Date.now() - 3_600_000)
    expect([find(), readdirSync(root).includes('.huibao')]).toEqual([undefined, false])
  })

  it('is told by the content of what had just been saved, for file systems round times', async () => {
    const { root, write, find, report } = await exportedDeck(Date.now() + 1500)
    expect(find()).toEqual(report)
    write('slides.md', '# 甲')
    expect(find()).toEqual(report)
    write('slides.md', '# 乙')
    expect(find()).toBeUndefined()
    expect(readdirSync(path.join(root, '.huibao/exports'))).toHaveLength(1)
  })

  it('of a folder that is linked within itself ends', async () => {
    const { root, find } = await exportedDeck()
    symlinkSync(root, path.join(root, 'public/empty/loop'), 'junction')
    expect(find()).toBeUndefined()
  })

  it('whose record is broken is made anew', async () => {
    const { root, write, find } = await exportedDeck()
    write(path.join('.huibao/exports', readdirSync(path.join(root, '.huibao/exports'))[0]!), '{')
    expect(find()).toBeUndefined()
  })
})
