/** `npm run -s figures [-- --json]`: every figure with its evidence, as an aligned table or as JSON. */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { figureRecords } from './records.ts'
import { figureTable } from './table.ts'

const USAGE = `用法：npm run -s figures [-- --json]

列出全部数据及其原文依据。
  --json   以 JSON 数组输出，字段名为英文`

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } })
  if (values.help) {
    console.log(USAGE)
    return
  }
  const { figures } = await import('../../data/index.ts')
  const records = figureRecords(figures)
  process.stdout.write(values.json ? `${JSON.stringify(records, null, 2)}\n` : figureTable(records))
}

main().catch((error: Error & { code?: string }) => {
  process.exitCode = 1
  process.stderr.write(error.code?.startsWith('ERR_PARSE_ARGS') ? `不认识的参数。\n\n${USAGE}\n` : `${error.message}\n`)
})

// A reader that stops early (head) closes the pipe; that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
