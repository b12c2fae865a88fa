import { expect, it } from 'vitest'
import type { Figure } from '../../model/figure.ts'
import { isSignSaid } from '../../model/slides/figure-text.ts'
import { scanTags } from '../../model/slides/scan.ts'

it.each<[string, Pick<Figure, 'change' | 'unit'>, boolean]>([
  ['出口额同比增长', { change: '同比增长', unit: '%' }, true],
  ['出口额', { change: '增长', unit: '%' }, false],
  ['出口额下降', { change: '增长', unit: '%' }, false],
  ['价格降幅', { change: '下降', unit: '%' }, true],
  ['价格降幅', { change: '收窄', unit: '个百分点' }, false],
  ['产值增速', { change: '加快', unit: '个百分点' }, false],
  ['产值增速比上年加快', { change: '加快', unit: '个百分点' }, true],
  ['占比提高', { change: '提高', unit: '个百分点' }, true],
])('behind %s the word of %j is said: %s', (before, figure, said) => {
  const [tag] = scanTags('<Fig id="one" />')
  expect(isSignSaid(tag!, before, { findFigure: () => figure as Figure })).toBe(said)
})
