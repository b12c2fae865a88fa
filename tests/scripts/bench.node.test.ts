import { existsSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { benchExport } from '../../scripts/bench/export.ts'
import type { Command } from '../../scripts/lib/platform.ts'
import type { RunResult } from '../../scripts/lib/run.ts'
import { fakeHost, temporaryFolder, testContext } from './support/context.ts'

const BROWSER = '/browser'

/** Stands in for both exporters; the `silent`-th run of Slidev's succeeds without a file. */
function bench(silent = 0) {
  const ours: { rebuild: boolean; fonts: string | undefined }[] = []
  let slidev = 0
  const run = async ({ args, env }: Command): Promise<RunResult> => {
    const output = args[args.indexOf('--output') + 1]!
    if (args.includes('--json')) ours.push({ rebuild: args.includes('--rebuild'), fonts: env?.HUIBAO_FONT_CACHE })
    else if ((slidev += 1) !== silent) writeFileSync(output, '')
    return { code: 0, timedOut: false, stdout: '{"cached":true}', stderr: '' }
  }
  const context = {
    ...testContext(temporaryFolder()),
    host: fakeHost({ env: { HUIBAO_CHROMIUM: BROWSER }, files: [BROWSER] }),
  }
  return { ours, result: benchExport(2, context, run) }
}

describe('timing exports', () => {
  it('builds the first ones from nothing, with a font cache that is empty each time', async () => {
    const { ours, result } = bench()
    const summaries = await result
    expect(summaries.map(({ name, ours, slidev }) => [name, ours.length, slidev.length])).toEqual([
      ['首次导出（建网站、裁字体，没有缓存）', 2, 2],
      ['再次导出（内容没有变化，沿用网站）', 2, 2],
    ])
    expect(ours.map(({ rebuild, fonts }) => [rebuild, fonts !== undefined])).toEqual([
      [true, true],
      [false, false],
      [true, true],
      [false, false],
    ])
    const caches = ours.map(({ fonts }) => fonts).filter(fonts => fonts !== undefined)
    expect(new Set(caches).size).toBe(2)
    expect(caches.filter(existsSync)).toEqual([])
  })

  it.each([1, 2, 3, 4])('is no good where run %i of Slidev wrote nothing', async silent => {
    await expect(bench(silent).result).rejects.toThrow('slidev export 没有写出 PDF')
  })
})
