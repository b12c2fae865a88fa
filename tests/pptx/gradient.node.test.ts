import { expect, test } from 'vitest'
import { gradientOf } from '../../scripts/export/pptx/from-facts/gradient.ts'

const told = (background: string): string | undefined => {
  const gradient = gradientOf(background)
  return (
    gradient &&
    [gradient.angle ?? '○', ...gradient.stops.map(({ at, color }) => `${color.hex}/${color.alpha}@${at}`)].join(' ')
  )
}

test.for([
  ['linear-gradient(rgb(255, 0, 0), rgb(0, 0, 255))', '90 ff0000/1@0 0000ff/1@1'],
  ['linear-gradient(to right, rgba(0, 0, 0, 0.8), rgba(0, 0, 0, 0))', '0 000000/0.8@0 000000/0@1'],
  ['linear-gradient(45deg, rgb(255, 0, 0) 20%, rgb(0, 0, 255) 80%)', '315 ff0000/1@0.2 0000ff/1@0.8'],
  ['linear-gradient(-90deg, rgb(1, 2, 3), rgb(4, 5, 6), rgb(7, 8, 9))', '180 010203/1@0 040506/1@0.5 070809/1@1'],
  ['radial-gradient(circle, rgb(255, 0, 0), color(srgb 0 0 1 / 0.5))', '○ ff0000/1@0 0000ff/0.5@1'],
  ['url("a.png"), linear-gradient(rgb(0, 0, 0), rgb(1, 1, 1))', '90 000000/1@0 010101/1@1'],
  ['conic-gradient(rgb(0, 0, 0), rgb(1, 1, 1))', undefined],
  ['url("a.png")', undefined],
] as const)('%s', ([background, gradient]) => {
  expect(told(background)).toBe(gradient)
})
