import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { load } from '@slidev/parser/fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { deckFolder, temporaryFolder, testContext } from './support/context.ts'

/**
 * Each page of this deck has something wrong with it; its front matter tells what the exporter has to say of it, and
 * whether that shows only where the page is exported alone.
 */
const DECK = deckFolder('bad')

interface Case {
  no: number
  file: string
  expect: string[]
  alone: boolean
}

async function readCases(): Promise<Case[]> {
  const { slides } = await load({ roots: [DECK], userRoot: DECK }, path.join(DECK, 'slides.md'))
  return slides.filter(slide => slide.importChain).map(({ index, frontmatter, source }) => ({
    no: index + 1, file: path.basename(source.filepath), expect: frontmatter.expect as string[], alone: frontmatter.alone === true,
  }))
}

const cases = await readCases()

async function problemsOf(...args: string[]) {
  const out = temporaryFolder()
  const report = await exportDeck(parseExportArgs(['--timeout', '2', '--out', out, ...args]), testContext(DECK))
  return { ...report, written: readdirSync(out) }
}

beforeAll(() => {
  // The fixtures' font and hooks lie outside of the deck, so that a kept site might be of older ones.
  rmSync(path.join(DECK, 'dist'), { recursive: true, force: true })
})

describe('a deck with faults', () => {
  it('has every page that lies in its folder', () => {
    expect(cases.map(each => each.file).sort()).toEqual(readdirSync(path.join(DECK, 'pages')).sort())
    expect(cases.every(each => each.expect.length > 0)).toBe(true)
  })

  it('exports nothing, and tells all faults together, each with its slide', async () => {
    const { ok, files, written, problems } = await problemsOf()
    const expected = cases.filter(each => !each.alone).flatMap(each => each.expect.map(text => `第 ${each.no} 页${text}`)).sort()
    expect(problems.map(problem => expected.find(text => problem.startsWith(text)) ?? problem).sort()).toEqual(expected)
    expect([ok, files, written]).toEqual([false, [], []])
  })

  it('exports the page that has none', async () => {
    expect(await problemsOf('--range', '1')).toMatchObject({ ok: true, problems: [], written: expect.arrayContaining(['png', '有毛病.pdf']) })
  })

  it.each(cases.filter(each => each.alone || each.file === 'throws.md'))('tells of $file where it is exported alone', async (page) => {
    const { ok, problems, written } = await problemsOf('pdf', '--range', String(page.no))
    expect([ok, written, problems.length]).toEqual([false, [], page.expect.length])
    page.expect.forEach((text, index) => expect(problems[index]).toContain(`第 ${page.no} 页${text}`))
  })
})
