import { HuibaoError } from '../../model/errors.ts'
import type { CommandSpec } from '../lib/args.ts'
import type { SourceOptions } from './sources.ts'

/** What may be told of sources where they do not say it themselves. */
export const SOURCE_OPTIONS = {
  year: { type: 'string', value: '年份', help: '文章说的是哪一年，写四位数；默认照文章里写的' },
  period: { type: 'string', value: '时段', help: '表里没有写时间的是哪个时段，如 2026-01/2026-02' },
} as const satisfies CommandSpec['options']

/** @throws HuibaoError where one is none */
export async function sourceOptions({ year, period }: { year?: string; period?: string }): Promise<SourceOptions> {
  if (year !== undefined && !/^\d{4}$/.test(year))
    throw new HuibaoError(`--year 应为四位数的年份（现为 ${year}）`, { hint: '例：--year 2025', exitCode: 2 })
  const { spanOption } = await import('../lib/cells/command.ts')
  return { year: year === undefined ? undefined : Number(year), span: spanOption(period) }
}
