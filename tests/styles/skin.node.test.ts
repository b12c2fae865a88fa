import { describe, expect, it } from 'vitest'
import { lookProblems } from '../../setup/vite/look.ts'
import { aspectOf, chooseSkin, findSkin } from '../../styles/skin.ts'

describe('skins', () => {
  it('are found by name and by id', () => {
    expect([findSkin('红'), findSkin('夜'), findSkin('night'), findSkin('蓝'), findSkin(undefined)]).toEqual([
      'red',
      'night',
      'night',
      undefined,
      undefined,
    ])
  })

  it('are chosen by the address, then by the headmatter, then by default', () => {
    expect(chooseSkin('?skin=夜', '红')).toBe('night')
    expect(chooseSkin(`?skin=${encodeURIComponent('夜')}`, undefined)).toBe('night')
    expect(chooseSkin('?skin=none', '夜')).toBe('night')
    expect(chooseSkin('', undefined)).toBe('red')
  })

  it('stop the build where the headmatter names one that there is not', () => {
    expect(lookProblems({ skin: '夜' }, 'slides.md')).toEqual([])
    expect(lookProblems({}, 'slides.md')).toEqual([])
    expect(lookProblems({ skin: '蓝' }, 'slides.md')).toEqual([
      { file: 'slides.md', line: 1, message: '没有名为“蓝”的皮肤（skin），有：红、夜' },
    ])
  })
})

describe('aspectOf', () => {
  it.each([
    ['?aspect=4/3', 4 / 3],
    ['?aspect=16:9', 16 / 9],
    ['?aspect=4x3', 4 / 3],
  ])('reads %s', (search, ratio) => {
    expect(aspectOf(search)).toBeCloseTo(ratio, 10)
  })

  it.each(['', '?aspect=', '?aspect=wide', '?aspect=1/9', '?aspect=9/1', '?aspect=4/0'])('has none for %j', search => {
    expect(aspectOf(search)).toBeUndefined()
  })
})
