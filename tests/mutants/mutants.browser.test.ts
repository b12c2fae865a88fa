import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { testContext } from '../scripts/support/context.ts'
import { innocents, mutants } from './catalogue/index.ts'
import { isRendered } from './mutant.ts'
import { falseAlarms, formatReport, survivors, withoutAdvice, type MutantReport } from './report.ts'
import { runSuite } from './suite.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

describe('the gate, over rendered copies of this deck', () => {
  const life = new Lifecycle()
  let result: MutantReport

  beforeAll(async () => {
    result = await runSuite({ mutants: mutants.filter(isRendered), innocents, alone: false }, testContext(ROOT, life))
  }, 900_000)
  afterAll(() => life.dispose())

  it('finds every fault, with the right rule and place', () => {
    expect(survivors(result).map(({ mutant }) => mutant.name), formatReport(result).join('\n')).toEqual([])
  })

  it('says of every one what to do', () => {
    expect(withoutAdvice(result).map(({ mutant, by }) => `${mutant.name}：${by!.advice}`)).toEqual([])
  })

  it('has nothing against edits that are none', () => {
    expect(falseAlarms(result).map(({ innocent }) => innocent.name), formatReport(result).join('\n')).toEqual([])
  })

  it('tells the click at which a hidden number shows, and the medium of one that stands on no slide', () => {
    const placesOf = (name: string) => result.outcomes.find(({ mutant }) => mutant.name === name)!.by!.places
    // The slide's own numbers come with its first click.
    expect(placesOf('点击才出现的数').filter(({ aspect }) => aspect === '幻灯片').map(({ clicks }) => clicks)).toEqual([2])
    expect(placesOf('讲稿里手写的数').map(({ aspect }) => aspect)).toEqual(['讲稿'])
    expect(placesOf('只在阅读页上的数').map(({ aspect }) => aspect)).toEqual(['阅读页'])
    expect(placesOf('只在目录和书签里的数').map(({ aspect }) => aspect)).toContain('页面信息')
  })
})
