import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { figures } from 'virtual:huibao/deck'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck, type CheckReport } from '../../scripts/check/check.ts'
import { testContext } from '../scripts/support/context.ts'
import { ROOT } from '../support/project.ts'

const check = (...args: string[]): Promise<CheckReport> => checkDeck(parseCheckArgs(args), testContext(ROOT))
const told = ({ findings }: CheckReport): string[] => findings.map(({ where, measured }) => `${where} ${measured}`)

describe('the facts of this deck', () => {
  it('are in order', async () => {
    const report = await check('facts')
    expect(told(report)).toEqual([])
    const derived = figures.filter(figure => figure.derived).length
    expect(report.scopes[0]).toBe(`数据 ${figures.length - derived} 条、推算 ${derived} 条`)
  })

  // The article is not part of the repository.
  it.runIf(process.env.HUIBAO_SOURCE)('are those of the source', async () => {
    expect(told(await check('facts', '--source', process.env.HUIBAO_SOURCE!))).toEqual([])
  })

  it('keep nothing but hashes and places of the source', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'data', 'source.lock.json'), 'utf8')) as {
      clauses: Record<string, object>
    }
    expect(new Set(Object.values(lock.clauses).flatMap(clause => Object.keys(clause)))).toEqual(
      new Set(['hash', 'period', 'chapter', 'column', 'sentence']),
    )
  })
})
