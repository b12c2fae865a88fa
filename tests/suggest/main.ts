import process from 'node:process'
import { parseArgs } from 'node:util'
import { JUDGED, scoreJudged } from './judged.ts'
import { scoreTable } from './score.ts'

/**
 * Prints how well `suggest` reads texts whose numbers people have judged, folders of `tests/fixtures/suggest`:
 * `npm run judged -- [--wrong] [FOLDER…]`. `--wrong` lists what is otherwise.
 */
const { values, positionals } = parseArgs({ options: { wrong: { type: 'boolean' } }, allowPositionals: true })
const names = positionals.length > 0 ? positionals : JUDGED
const rows = await Promise.all(names.map(async name => [name, await scoreJudged(name)] as const))
const wrong = values.wrong ? rows.flatMap(([name, comparison]) => ['', name, ...comparison.wrong]) : []
process.stdout.write(`${[scoreTable(rows), ...wrong].join('\n')}\n`)
