import { Comment, Fragment, h, Text } from 'vue'
import { expect, it } from 'vitest'
import { assertState, elementsIn } from '../../components/checklist.ts'
import { findPeriod, resolvePeriod } from '../../model/periods.ts'

it('finds the elements of a slot, however deep they are, and no texts', () => {
  const nodes = [
    h(Text, '\n'),
    h('li', 'a'),
    h(Fragment, [h(Comment, 'note'), h('li', 'b'), h(Fragment, [h('li', 'c')])]),
  ]
  expect(elementsIn(nodes).map(({ children }) => children)).toEqual(['a', 'b', 'c'])
  expect(elementsIn(undefined)).toEqual([])
})

it.each(['完成', '推进中', '未启动'])('knows %s', state => {
  expect(() => assertState(state)).not.toThrow()
})

it.each([undefined, '', '已完成', 'toString'])('refuses %s', state => {
  expect(() => assertState(state)).toThrow(/state 只能是 完成、推进中、未启动/)
})

it.each([
  ['opening', 'opening'],
  ['2031-03', 'opening'],
  ['2031', '2031'],
  ['2031-Q1/2031-Q4', '2031'],
  ['2032', undefined],
  ['closing', undefined],
])('finds a period of the deck by its id or code: %s', (named, id) => {
  const entries = [{ id: 'opening', text: '2031年3月', stated: ['3月'] }]
  const periods = [resolvePeriod('opening', entries)!, resolvePeriod('2031', entries)!]
  expect(findPeriod(named, periods)?.id).toBe(id)
})
