import { describe, expect, it } from 'vitest'
import { intervalOf, isSurelyMore, type Stated } from '../../model/interval.ts'

describe('what printed numbers mean', () => {
  it.each<[Stated, Stated, boolean]>([
    [{ value: 60, qualifier: '余' }, { value: 60 }, true],
    [{ value: 60, qualifier: '余' }, { value: 61 }, false],
    [{ value: 60, qualifier: '以上' }, { value: 60 }, false],
    [{ value: 65 }, { value: 60, qualifier: '余' }, false],
    [{ value: 70 }, { value: 60, qualifier: '余' }, true],
    [{ value: 71 }, { value: 60, qualifier: '余' }, true],
    [{ value: 1.6 }, { value: 1.5, qualifier: '余' }, true],
    [{ value: 900 }, { value: 60, qualifier: '突破' }, false],
    [{ value: 60 }, { value: 60, qualifier: '不足' }, false],
    [{ value: 105 }, { value: 100, qualifier: '约' }, false],
    [{ value: 150 }, { value: 100, qualifier: '约' }, true],
  ])('%j more than %j: %s', (first, second, expected) => {
    expect(isSurelyMore(intervalOf(first), intervalOf(second))).toBe(expected)
  })
})
