import { describe, expect, it } from 'vitest'
import { isSamePerson, nameOf, stateOf, verdictsOn, withSaying, type Review, type Verdict } from '../../model/review.ts'

const NOW = 'now'
const confirmed = (fingerprint = NOW, at = '2031-03-01T08:00:00Z'): Verdict => ({
  verdict: 'confirmed',
  at,
  fingerprint,
})
const objected = (fingerprint = NOW): Verdict => ({ ...confirmed(fingerprint), verdict: 'objected', word: '应为 8' })

describe('the state of a figure', () => {
  it.each([
    ['open', undefined],
    ['open', {}],
    ['one', { 李明: confirmed() }],
    ['signed', { 李明: confirmed(), 王芳: confirmed() }],
    ['signed', { 李明: confirmed(), 王芳: confirmed(), 赵强: confirmed('before') }],
    ['objected', { 李明: confirmed(), 王芳: objected() }],
    ['objected', { 李明: confirmed(), 王芳: confirmed(), 赵强: objected() }],
    ['changed', { 李明: confirmed('before'), 王芳: confirmed('before') }],
    ['changed', { 李明: objected('before') }],
    ['one', { 李明: confirmed(), 王芳: confirmed('before') }],
  ] as const)('is %s with %o', (state, verdicts) => {
    expect(stateOf(NOW, verdicts)).toBe(state)
  })

  it('tells what was said of it from what was said of what it was, the first first', () => {
    const verdicts = {
      王芳: confirmed(NOW, '2031-03-02T08:00:00Z'),
      李明: confirmed(NOW, '2031-03-01T08:00:00Z'),
      赵强: objected('before'),
    }
    const { valid, lost } = verdictsOn(NOW, verdicts)
    expect(valid.map(({ by }) => by)).toEqual(['李明', '王芳'])
    expect(lost.map(({ by }) => by)).toEqual(['赵强'])
  })
})

describe('what somebody says', () => {
  const review: Review = { a: { 李明: confirmed() }, b: { 王芳: confirmed() } }

  it('takes the place of what the same person said, however their name is typed', () => {
    const after = withSaying(review, { id: 'a', by: '李 明', verdict: objected() })
    expect(after).toEqual({ ...review, a: { '李 明': objected() } })
    const twice = withSaying(review, { id: 'a', by: ' 李明 ', verdict: confirmed() })
    expect(stateOf(NOW, twice.a)).toBe('one')
  })

  it('stands beside what others said, and can be taken back', () => {
    const after = withSaying(review, { id: 'a', by: '王芳', verdict: confirmed() })
    expect(stateOf(NOW, after.a)).toBe('signed')
    expect(withSaying(after, { id: 'a', by: '王芳', verdict: null })).toEqual(review)
    expect(withSaying(review, { id: 'a', by: '李明', verdict: null })).toEqual({ b: review.b })
    expect(review.a).toEqual({ 李明: confirmed() })
  })
})

it.each([
  ['李明', '李 明', true],
  ['Li Ming', 'li　ming', true],
  ['ＬＭ', 'lm', true],
  ['李明', '李鸣', false],
])('%s and %s: the same person is %s', (a, b, same) => {
  expect(isSamePerson(a, b)).toBe(same)
})

it('is no name that is only blanks and what nobody sees', () => {
  expect(nameOf(' \u200b\t')).toBe('')
})
