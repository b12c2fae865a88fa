import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { benchExport } from '../../scripts/bench/export.ts'
import { benchPptx, countPptx, formatPptxBench } from '../../scripts/bench/pptx.ts'
import { baseTemplate } from '../../scripts/export/pptx/base/base.ts'
import { writePptx } from '../../scripts/export/pptx/write.ts'
import type { Command } from '../../scripts/lib/platform.ts'
import { formatSteps } from '../../scripts/bench/steps.ts'
import type { RunOptions, RunResult } from '../../scripts/lib/run.ts'
import { deckModel, everyShape, media } from '../pptx/support/model.ts'
import { fakeHost, temporaryFolder, testContext } from './support/context.ts'

const BROWSER = '/browser'

/** Stands in for both exporters; the `silent`-th run of Slidev's succeeds without a file. */
function bench(silent = 0, slides?: number) {
  const ours: { first: boolean; cache: string | undefined; text: string; form: string }[] = []
  const root = temporaryFolder()
  const text = `---\ntheme: none\n---\n\n# 甲\n\n---\n\n## 乙\n\n---\n\n## 丙\n\n<AppendixTable chapter="a" />\n\n---\n\n## 丁\n`
  writeFileSync(path.join(root, 'slides.md'), text)
  let slidev = 0
  const folders = new Set<string | undefined>()
  const run = async ({ args, env }: Command, { cwd }: RunOptions): Promise<RunResult> => {
    const output = args[args.indexOf('--output') + 1]!
    folders.add(cwd)
    let stdout = ''
    if (args.includes('--json')) {
      const site = path.join(cwd!, '.huibao', 'site')
      const before = ours.at(-1)?.text
      const now = readFileSync(path.join(cwd!, 'slides.md'), 'utf8')
      const first = !existsSync(site)
      mkdirSync(site, { recursive: true })
      ours.push({ first, cache: env?.HUIBAO_CACHE, text: now, form: args.at(-1)! })
      const cached = !first && before === now
      const out = args[args.indexOf('--out') + 1]!
      stdout = JSON.stringify({ cached, kept: cached && existsSync(out), steps: { print: 1000 } })
      mkdirSync(out, { recursive: true })
    } else if ((slidev += 1) !== silent) writeFileSync(output, '')
    return { code: 0, timedOut: false, stdout, stderr: '' }
  }
  const context = {
    ...testContext(root),
    host: fakeHost({ env: { HUIBAO_CHROMIUM: BROWSER }, files: [BROWSER] }),
  }
  return {
    ours,
    folders,
    root,
    text,
    result: benchExport({ runs: 2, slides }, context, run, async runs => Array<number>(runs).fill(500)),
  }
}

describe('timing exports', () => {
  it('times each situation beside Slidev, from nothing kept to nothing changed, on a copy that goes', async () => {
    const { ours, folders, root, text, result } = bench()
    const { comparisons, floor, steps } = await result
    expect(comparisons.map(({ name, ours, slidev }) => [name, ours.length, slidev.length])).toEqual([
      ['首次导出（建网站、裁字体，没有缓存）', 2, 2],
      ['改了一页', 2, 2],
      ['网站已经建好', 2, 2],
      ['没有任何变化', 2, 2],
      ['又改了一页，导出全部形式', 2, 0],
    ])
    expect(floor).toEqual([500, 500])
    expect(ours.map(({ first, form }) => [first, form])).toEqual(
      [0, 1].flatMap(() => [
        [true, 'pdf'],
        ...Array<unknown[]>(3).fill([false, 'pdf']),
        ...Array<unknown[]>(2).fill([false, 'all']),
      ]),
    )
    // What one turn has kept is there for its own exports alone.
    const caches = ours.map(({ cache }) => cache!)
    expect(caches.map(cache => caches.indexOf(cache))).toEqual([0, 0, 0, 0, 0, 0, 6, 6, 6, 6, 6, 6])
    expect([...caches, ...folders].filter(folder => existsSync(folder!))).toEqual([])
    expect(readFileSync(path.join(root, 'slides.md'), 'utf8')).toBe(text)
    expect(formatSteps(steps)).toEqual([
      '           首次  改了一页     建好  没有变化     全部',
      '印 PDF  1.00 秒   1.00 秒  1.00 秒   1.00 秒  1.00 秒',
    ])
  })

  it('repeats the slides of the deck, but no appendix, and then times ours alone', async () => {
    const { ours, result } = bench(0, 5)
    const { comparisons } = await result
    expect(comparisons.map(({ ours, slidev }) => [ours.length, slidev.length])).toEqual(Array(4).fill([2, 0]))
    expect(ours[0]!.text.match(/^#+ .*/gm)).toEqual(['# 甲', '## 乙', '## 乙', '## 乙', '## 丁'])
  })

  it.each([1, 2, 3, 8])('is no good where run %i of Slidev wrote nothing', async silent => {
    await expect(bench(silent).result).rejects.toThrow('slidev export 没有写出 PDF')
  })
})

describe('comparing presentations', () => {
  const model = deckModel([everyShape(1), { ...everyShape(2), notes: ['<span data-figure="x">1</span>'] }])
  const presentation = writePptx(model, baseTemplate(model), media)
  const context = () => ({
    ...testContext(temporaryFolder()),
    host: fakeHost({ env: { HUIBAO_CHROMIUM: BROWSER }, files: [BROWSER] }),
  })

  it('counts what is in both', async () => {
    const run = async ({ args }: Command): Promise<RunResult> => {
      const [ours, theirs] = ['--out', '--output'].map(name => args[args.indexOf(name) + 1]!)
      const file = args.includes('--json') ? `${ours}/a.pptx` : theirs!
      writeFileSync(file, presentation)
      return { code: 0, timedOut: false, stdout: JSON.stringify({ files: [file] }), stderr: '' }
    }
    const bench = await benchPptx(2, context(), run)
    const { ours, slidev } = bench
    expect([ours.timings.length, slidev.timings.length]).toEqual([2, 2])
    const { bytes, ...contents } = countPptx(presentation, 'a.pptx')
    expect(slidev).toMatchObject({ bytes: presentation.length, ...contents })
    expect(contents).toMatchObject({ slides: 2, charts: 0, tables: 2, pictures: 4, markedNotes: 1 })
    expect(formatPptxBench(bench)).toContain('| 图片 | 4 | 4 |')
  })

  it('is no good where one of them has written nothing', async () => {
    const run = async (): Promise<RunResult> => ({
      code: 0,
      timedOut: false,
      stdout: '{"files":["a.pptx"]}',
      stderr: '',
    })
    await expect(benchPptx(1, context(), run)).rejects.toThrow('没有写出 a.pptx')
  })
})
