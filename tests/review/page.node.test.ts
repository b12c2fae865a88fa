import { describe, expect, it } from 'vitest'
import type { Review, Verdict } from '../../model/review.ts'
import type { ReviewItem } from '../../scripts/review/items.ts'
import { filtered, needs, nextOf, rowOf, type Filter } from '../../scripts/review/page/filter.ts'
import { runsOf } from '../../scripts/review/page/runs.ts'
import type { NumberMark } from '../../scripts/review/view.ts'

const item = (id: string, more: Partial<ReviewItem> = {}): ReviewItem => ({
  id,
  label: id,
  text: '1家',
  measure: '',
  period: '2031年',
  chapter: '商贸',
  chapterId: 'trade',
  source: null,
  column: null,
  clause: null,
  also: [],
  cell: null,
  marked: null,
  note: null,
  where: '',
  formula: null,
  places: [],
  doubt: null,
  shown: true,
  stated: [id],
  shares: [],
  fingerprint: 'f',
  ...more,
})
const confirmed: Verdict = { verdict: 'confirmed', at: '', fingerprint: 'f' }
const items = [
  item('shops', { clause: '商铺300家', doubt: '单位不明' }),
  item('parks', { chapterId: 'parks', shares: [{ id: 'lake', label: '湖区占比', text: '34.5%' }] }),
  item('t@东镇/a', { cell: { row: '东镇', column: 'a' } }),
  item('t@东镇/b', { cell: { row: '东镇', column: 'b' } }),
  item('t@西镇/a', { cell: { row: '西镇', column: 'a' } }),
  item('t@西镇/b', { cell: { row: '西镇', column: 'b' }, shown: false }),
]
const review: Review = { parks: { 李明: confirmed, 王芳: confirmed }, 't@东镇/a': { 李明: confirmed } }

describe('what is listed', () => {
  it.each<[Partial<Filter>, string[]]>([
    [{}, items.map(({ id }) => id)],
    [{ state: 'signed' }, ['parks']],
    [{ state: 'todo' }, ['shops', 't@东镇/a', 't@东镇/b', 't@西镇/a']],
    [{ state: 'one' }, ['t@东镇/a']],
    [{ state: 'open' }, ['shops', 't@东镇/b', 't@西镇/a', 't@西镇/b']],
    [{ chapter: 'parks' }, ['parks']],
    [{ query: '300' }, ['shops']],
    [{ query: '湖区 34.5' }, ['parks']],
    [{ query: '东镇 2031' }, ['t@东镇/a', 't@东镇/b']],
    [{ query: '待核' }, ['shops']],
    [{ query: '没有' }, []],
  ])('is by %o', (filter, ids) => {
    expect(filtered(items, review, { state: '', chapter: '', query: '', ...filter }).map(({ id }) => id)).toEqual(ids)
  })
})

it('finds the next figure that a person can bring on, around the end', () => {
  const next = (from: string | undefined, by: string) => nextOf(items, from, each => needs(each, review, by))
  expect(next(undefined, '李明')).toBe('shops')
  expect(next('shops', '李明')).toBe('t@东镇/b')
  expect(next('shops', '王芳')).toBe('t@东镇/a')
  expect(next('t@西镇/a', '李明')).toBe('shops')
  expect(nextOf(items, 'shops', () => false)).toBe(undefined)
})

it('takes the cells of a row together', () => {
  expect(rowOf(items, items[2]!).map(({ id }) => id)).toEqual(['t@东镇/a', 't@东镇/b'])
  expect(rowOf(items, items[0]!).map(({ id }) => id)).toEqual(['shops'])
})

it('cuts a paragraph where a number or a clause begins or ends', () => {
  const number = (start: number, end: number): NumberMark => ({ start, end, sort: 'figure', ids: ['a'], reason: null })
  const text = '建成道路36条共47公里，新增'
  const runs = runsOf({
    text,
    numbers: [number(4, 7), number(8, 12)],
    clauses: [
      { id: 'a', start: 0, end: 7 },
      { id: 'b', start: 0, end: 12 },
    ],
  })
  expect(runs.map(({ text, number, clauses }) => [text, number !== null, clauses.join()])).toEqual([
    ['建成道路', false, 'a,b'],
    ['36条', true, 'a,b'],
    ['共', false, 'b'],
    ['47公里', true, 'b'],
    ['，新增', false, ''],
  ])
  expect(runsOf({ text: '', numbers: [], clauses: [] })).toEqual([])
})
