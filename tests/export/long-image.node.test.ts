import { describe, expect, it } from 'vitest'
import { partsOf } from '../../scripts/export/long-image.ts'

describe('the parts of a long page', () => {
  it.each([
    ['are one where it is no higher than a picture', { height: 90, slides: [40, 90], lines: [] }, [[0, 90]]],
    [
      'end between slides, each as late as it may',
      { height: 250, slides: [60, 90, 130, 180, 250], lines: [20, 95, 185] },
      [
        [0, 90],
        [90, 180],
        [180, 250],
      ],
    ],
    [
      'end between lines within a slide that is higher than a picture',
      { height: 290, slides: [50, 240, 290], lines: [70, 140, 149, 200] },
      [
        [0, 50],
        [50, 149],
        [149, 240],
        [240, 290],
      ],
    ],
    [
      'end anywhere where nothing ends',
      { height: 210, slides: [210], lines: [] },
      [
        [0, 100],
        [100, 200],
        [200, 210],
      ],
    ],
  ] as const)('%s', (_, page, parts) => {
    expect(partsOf(page, 100)).toEqual(parts)
  })
})
