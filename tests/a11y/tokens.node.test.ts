import type { Color } from 'culori'
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  lab65,
  parse,
  wcagContrast,
} from 'culori'
import { describe, expect, it } from 'vitest'
import { skins } from '../../styles/tokens.ts'
import { exempt, LEAST, neighbours, pairs } from './support/token-pairs.ts'

/**
 * A step of lightness that stays a step after black-and-white print: office printers and copiers shift a grey by 5 or
 * so, the hall's lamps on the screen by as much again, and of what is left one half still is several times what eyes
 * notice.
 */
const LEAST_LIGHTNESS = 15
/**
 * Ten is where two colours stop being called alike at a glance; small icons twenty metres away want half as much again.
 */
const LEAST_DIFFERENCE = 15

const lightness = (color: string): number => lab65(color)!.l
const difference = differenceCiede2000()

describe.each(Object.entries(skins))('the skin %s', (_, { color }) => {
  it.each(pairs)('sets $front on $ground apart as $use: $where', ({ front, ground, use }) => {
    expect(wcagContrast(color[front], color[ground])).toBeGreaterThanOrEqual(LEAST[use])
  })

  it('says of each colour what it touches, or why nothing depends on it', () => {
    const known = new Set<string>([...pairs.flatMap(({ front, ground }) => [front, ground]), ...Object.keys(exempt)])
    expect(Object.keys(color).filter(token => !known.has(token))).toEqual([])
  })

  it.each(neighbours)('keeps %s and %s apart in black and white', (one, other) => {
    expect(Math.abs(lightness(color[one]) - lightness(color[other]))).toBeGreaterThanOrEqual(LEAST_LIGHTNESS)
  })

  describe.each([
    ['full colour vision', undefined],
    ['deuteranopia', filterDeficiencyDeuter(1)],
    ['protanopia', filterDeficiencyProt(1)],
    ['tritanopia', filterDeficiencyTrit(1)],
  ])('seen with %s', (_, filter) => {
    const seen = (hex: string): Color => (filter ? filter(parse(hex)!) : parse(hex)!)
    it.each(neighbours)('keeps %s and %s apart', (one, other) => {
      expect(difference(seen(color[one]), seen(color[other]))).toBeGreaterThanOrEqual(LEAST_DIFFERENCE)
    })
  })
})
