import { beforeAll, describe, expect, it } from 'vitest'
import { loadDeck } from '../../model/load.ts'
import { loadSlides } from '../../model/slides/load.ts'
import { scanTags } from '../../model/slides/scan.ts'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { testContext } from '../scripts/support/context.ts'
import { composeDeck } from '../support/project.ts'

describe('the work report of an invented district', () => {
  let root: string
  beforeAll(async () => void (root = await composeDeck('work-report-data', 'work-report')))

  it('states every number as its source does, and shows all of its data', async () => {
    const { findings } = await checkDeck(parseCheckArgs(['facts', '--source', '原文.txt']), testContext(root))
    expect(findings.map(({ where, text, measured }) => `${where} ${text} ${measured}`)).toEqual([])
  })

  it('tells what is planned from what was done, and how it went', async () => {
    const { deck } = await loadDeck(root)
    const outcomes = deck.targets.map(({ id, outcome }) => [id, outcome])
    expect(Object.fromEntries(outcomes)).toMatchObject({
      ...{ 'gdp-growth': 'met', investment: 'missed', energy: 'met', jobs: 'met' },
      ...{ 'energy-five': 'missed', 'jobs-five': 'met', 'gdp-ahead': null, 'energy-ahead': null },
    })
    const planned = deck.figures.filter(figure => figure.planned).map(({ id }) => id)
    expect(planned).toEqual(expect.arrayContaining(['gdp-goal', 'jobs-plan', 'cpi-next', 'projects', 'gdp-2030']))
    expect(planned).not.toContain('gdp')
  })

  it('has a slide for each part of such a report', async () => {
    const { slides } = await loadSlides(root)
    const tags = new Set(slides.flatMap(({ content }) => scanTags(content).map(({ name }) => name)))
    expect([...tags]).toEqual(
      expect.arrayContaining([
        'TargetTable',
        'Bullet',
        'Contribution',
        'Slope',
        'TotalAndGrowth',
        'Timeline',
        'Checklist',
      ]),
    )
  })
})
