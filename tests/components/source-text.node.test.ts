import { describe, expect, it } from 'vitest'
import { sourceParts } from '../../components/source-text.ts'
import { loadDataset } from '../../data/model/dataset.ts'
import { soundSource } from '../support/deck-source.ts'

const { getFigure } = loadDataset<string>(soundSource())

describe('sourceParts', () => {
  it.each([
    ['nothing for no figures', [], []],
    ['period and column', ['shops'], ['2031年', '出处：“数说 商贸”']],
    ['columns with all their chapters', ['shops', 'parks-new'], ['2031年', '出处：“数说 商贸、园林”']],
    ['the measure where all figures share one', ['sales-growth'], ['同比增幅', '2031年一季度', '出处：“评说 商贸”']],
    ['periods, the commonest last', ['shops', 'shops-new', 'sales-growth'], ['销售额为2031年一季度', '其余为2031年', '出处：“数说 商贸”', '“评说 商贸”']],
    ['formulas of derived figures', ['shops-base'], ['2031年', '出处：“数说 商贸”', '推算：原有商铺＝300家 − 40余家']],
  ])('gives %s', (_, ids, parts) => {
    expect(sourceParts(ids.map(getFigure))).toEqual(parts)
  })
})
