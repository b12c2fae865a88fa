import { PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { formatFloor, formatTable, median, summarize } from '../../scripts/bench/summary.ts'
import { parseBenchArgs } from '../../scripts/bench/args.ts'
import { labelPages, planLabels } from '../../scripts/export/page-labels.ts'
import { planOutline, writeOutline } from '../../scripts/export/outline.ts'
import { timeoutFor } from '../../scripts/export/render.ts'
import { describeProblems } from '../../scripts/export/problems.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { withTimeout } from '../../scripts/lib/with-timeout.ts'

describe('waiting for slides', () => {
  it.each([
    [1, 30_000],
    [100, 30_000],
    [250, 75_000],
    [1000, 300_000],
  ])('of which there are %d ends after %d ms', (slides, limit) => {
    expect(timeoutFor(30_000, slides)).toBe(limit)
  })
})

describe('the outline', () => {
  it('nests slides below their chapters and skips further click states', () => {
    expect(
      planOutline([
        { no: 1, title: '前言', level: 2 },
        { no: 2, title: '第一章', level: 1 },
        { no: 3, title: '甲', level: 2 },
        { no: 3, title: '甲', level: 2 },
        { no: 4, title: '', level: 0 },
        { no: 5, title: '小标题', level: 3 },
        { no: 6, title: '第二章', level: 1 },
      ]),
    ).toEqual([
      { title: '前言', page: 0, children: [] },
      {
        title: '第一章',
        page: 1,
        children: [
          { title: '甲', page: 2, children: [] },
          { title: '小标题', page: 5, children: [] },
        ],
      },
      { title: '第二章', page: 6, children: [] },
    ])
  })

  it('is left out where there is nothing to list', async () => {
    const document = await PDFDocument.create()
    writeOutline(document, [])
    expect(document.catalog.get(PDFName.of('Outlines'))).toBeUndefined()
  })

  it('shows the first level, with the second closed', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    writeOutline(document, [{ title: '章', page: 0, children: [{ title: '页', page: 0, children: [] }] }])
    const root = document.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    const chapter = root.lookup(PDFName.of('First'), PDFDict)
    expect(String(root.get(PDFName.of('Count')))).toBe('1')
    expect(String(chapter.get(PDFName.of('Count')))).toBe('-1')
    expect(chapter.lookup(PDFName.of('First'), PDFDict).lookup(PDFName.of('Title'), PDFHexString).decodeText()).toBe(
      '页',
    )
  })
})

describe('page labels', () => {
  const pages = (...states: [no: number, clicks: number][]) => states.map(([no, clicks]) => ({ no, clicks }))

  it.each([
    ['all slides', pages([1, 0], [2, 0], [3, 0]), [{ page: 0, start: 1 }]],
    [
      'some slides',
      pages([3, 0], [4, 0], [9, 0]),
      [
        { page: 0, start: 3 },
        { page: 2, start: 9 },
      ],
    ],
    [
      'click states',
      pages([1, 0], [2, 0], [2, 1], [2, 2], [3, 0]),
      [
        { page: 0, start: 1 },
        { page: 2, prefix: '2-', start: 1 },
        { page: 4, start: 3 },
      ],
    ],
  ])('are the numbers of slides: %s', (_, snapshots, labels) => {
    expect(planLabels(snapshots, false)).toEqual(labels)
    expect(planLabels(snapshots, true)).toEqual([...labels, { page: snapshots.length, prefix: '讲稿', start: 1 }])
  })

  it('stand in the PDF', async () => {
    const document = await PDFDocument.create()
    labelPages(document, [
      { page: 0, start: 3 },
      { page: 1, prefix: '3-', start: 1 },
    ])
    const labels = document.catalog.lookup(PDFName.of('PageLabels'), PDFDict)
    expect(String(labels.get(PDFName.of('Nums'))).replace(/\s+/g, ' ')).toBe(
      `[ 0 << /S /D /St 3 >> 1 << /S /D /St 1 /P ${String(PDFHexString.fromText('3-'))} >> ]`,
    )
  })
})

describe('problems', () => {
  it('are told in the order of the slides, each once, with the title', () => {
    const slides = [
      { no: 2, title: '甲' },
      { no: 3, title: '' },
    ]
    expect(
      describeProblems(
        [{ message: '整体' }, { slide: 3, message: 'b' }, { slide: 2, message: 'a' }, { slide: 2, message: 'a' }],
        slides,
      ),
    ).toEqual(['第 2 页《甲》：a', '第 3 页：b', '整个文稿：整体'])
  })
})

describe('a lifecycle', () => {
  it('undoes in reverse order, each once, whatever fails', async () => {
    const life = new Lifecycle()
    const done: number[] = []
    life.defer(() => done.push(1))
    life.defer(() => {
      throw new Error('no')
    })
    life.defer(() => Promise.reject(new Error('no')))
    life.defer(() => done.push(2))
    await life.disposeAsync()
    await life.disposeAsync()
    expect(done).toEqual([2, 1])
  })

  it('has parts that end before it, or with it', async () => {
    const life = new Lifecycle()
    const done: string[] = []
    life.defer(() => done.push('first'))
    const failed = async (): Promise<void> => {
      await using part = life.part()
      part.defer(() => done.push('part'))
      part.defer(() => {
        throw new Error('no')
      })
      throw new Error('why')
    }
    await expect(failed()).rejects.toThrow(/^why$/)
    expect(done).toEqual(['part'])
    life.part().defer(() => done.push('open part'))
    life.defer(() => done.push('last'))
    await life.disposeAsync()
    expect(done).toEqual(['part', 'last', 'open part', 'first'])
  })

  it('lets stay what is moved out of a part', async () => {
    const life = new Lifecycle()
    const done: string[] = []
    const finished = async (): Promise<void> => {
      await using part = life.part()
      part.defer(() => done.push('part'))
      part.move()
    }
    await finished()
    await life.disposeAsync()
    expect(done).toEqual([])
  })

  it('is not over before a slow one is undone, however often it is ended', async () => {
    const life = new Lifecycle()
    const { promise, resolve } = Promise.withResolvers<void>()
    const done: string[] = []
    life.defer(async () => {
      await promise
      done.push('slow')
    })
    const first = life.disposeAsync()
    const second = life.disposeAsync().then(() => done.push('second'))
    const third = life[Symbol.asyncDispose]().then(() => done.push('third'))
    await new Promise(setImmediate)
    expect(done).toEqual([])
    resolve()
    await Promise.all([first, second, third])
    expect(done[0]).toBe('slow')
  })

  it('undoes at once what begins after it ended', async () => {
    const life = new Lifecycle()
    await life.disposeAsync()
    const done: number[] = []
    life.defer(() => done.push(1))
    life.part().defer(() => done.push(2))
    life.defer(() => Promise.reject(new Error('no')))
    expect(done).toEqual([1, 2])
  })

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('ends on %s, and once only', async (signal, code) => {
    const life = new Lifecycle()
    const listeners = new Map<string, () => void>()
    const done: string[] = []
    life.defer(() => done.push('undone'))
    const exited = new Promise(resolve => {
      life.listen({ on: (name, listener) => listeners.set(name, listener) }, resolve)
    })
    listeners.get(signal)!()
    listeners.get('SIGINT')!()
    expect(await exited).toBe(code)
    expect([done, life.interrupted]).toEqual([['undone'], true])
  })
})

describe('a time limit', () => {
  it.each<[string, () => Promise<string>, string]>([
    ['lets through what comes in time', async () => '好', '好'],
    ['passes on a failure', () => Promise.reject(new Error('坏')), '坏'],
    ['ends what does not come', () => new Promise(() => {}), '太久'],
  ])('%s', async (_, begin, outcome) => {
    expect(await withTimeout(begin(), 20, () => new Error('太久')).catch((error: Error) => error.message)).toBe(outcome)
  })
})

describe('the bench', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 2, 9], 3],
  ])('median of %j is %d', (numbers, middle) => {
    expect(median(numbers)).toBe(middle)
  })

  it('prints a table whose columns line up in Chinese', () => {
    const ours = [2000, 1000, 3000].map(duration => ({ duration, cpu: duration * 2, memory: duration * 2 ** 20 }))
    const slidev = [5000, 6000, 4000].map(duration => ({ duration, cpu: 10_000, memory: 0 }))
    expect(
      formatTable([summarize({ name: '首次', ours, slidev }), summarize({ name: '再次', ours, slidev: [] })]),
    ).toEqual([
      '        汇报  slidev export  用时之比  处理器时间之比  内存最多',
      '首次  2.0 秒         5.0 秒      0.40            0.40  3000 MiB',
      '再次  2.0 秒              —         —               —  3000 MiB',
    ])
  })

  it('tells how often what Chromium takes alone goes into an export', () => {
    const ours = (...durations: number[]) =>
      summarize({ name: '', ours: durations.map(duration => ({ duration })), slidev: [] })
    const all = [ours(20_000), ours(9000), ours(3000), ours(100), ours(18_000)]
    expect(formatFloor(all, [1500, 2500, 2000])).toEqual([
      'Chromium 自己启动并印完成的页面：2.0 秒；网站已经建好时的导出是它的 1.50 倍',
      '改了一页之后，导出全部形式的用时是只导出 PDF 的 2.00 倍',
    ])
    expect(formatFloor(all.slice(0, 4), [2000])).toHaveLength(1)
  })

  it.each([
    [[], '不认识的对象：（没有写）'],
    [['build'], '不认识的对象：build'],
    [['export', '--runs', '0'], '--runs 要写 1 到 20'],
  ])('refuses %j', (args, message) => {
    expect(() => parseBenchArgs(args)).toThrow(message)
  })
})
