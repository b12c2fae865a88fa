import { afterEach, describe, expect, it } from 'vitest'
import { splitNumbers } from '../../components/kept-numbers.ts'
import { readQuantities } from '../../model/reading/quantities.ts'
import { soundBases } from '../../model/unit-rules.ts'
import { parseUnit, setBases } from '../../model/units.ts'
import { validate } from '../../model/validate.ts'
import { soundSource } from '../support/deck-source.ts'

afterEach(() => setBases())

const units = { count: ['坛次'] }
const read = (clause: string): unknown => readQuantities(clause).map(({ value, unit }) => [value, unit])

describe('units that a deck adds', () => {
  it('are read, printed and kept with their numbers like those of the engine, until another deck is loaded', () => {
    expect(parseUnit('万坛次')).toBeUndefined()
    expect(read('酿酒3.5万坛次')).not.toEqual([[3.5, '万坛次']])
    setBases(units)
    expect(parseUnit('万坛次')).toEqual({ scale: 1e4, base: '坛次', kind: 'count' })
    expect(read('酿酒3.5万坛次')).toEqual([[3.5, '万坛次']])
    expect(splitNumbers('酿酒35坛次了')[1]).toBe('35坛次')
    setBases()
    expect(parseUnit('坛次')).toBeUndefined()
  })

  it('make a figure of such a unit right', () => {
    const source = soundSource()
    source.units = units
    Object.assign(source.figures[0]!.figures[0]!, {
      unit: '坛次',
      evidence: { column: '数说', clause: '商铺累计300坛次' },
    })
    const problems = (): string[] => validate(source).map(({ id }) => id)
    expect(problems()).toContain('shops')
    setBases(units)
    expect(problems()).not.toContain('shops')
  })

  it.each<[string, object, string]>([
    ['a kind that is none', { number: ['坛次'] }, 'data/units.ts number 没有“number”这一类单位'],
    ['a unit that is there', { count: ['家'] }, 'data/units.ts count “家”本来就是单位，请删去'],
    ['a unit twice', { count: ['坛次', '坛次'] }, 'data/units.ts count “坛次”重复'],
    ['a scale', { amount: ['万元'] }, 'data/units.ts amount “万元”就是“元”的倍数，本来就能写，请删去'],
    ['what is no word', { count: ['3坛'] }, 'data/units.ts count 单位只能是文字'],
  ])('are refused where there is %s', (_, added, message) => {
    const source = { ...soundSource(), units: added }
    expect(validate(source).map(({ file, id, message }) => `${file} ${id} ${message}`)).toContainEqual(
      expect.stringContaining(message),
    )
    expect(() => setBases(soundBases(added))).not.toThrow()
  })
})
