import { expect, it } from 'vitest'
import { isCaption } from '../../model/reading/captions.ts'

it.each<[caption: string, meant: string, expected: boolean]>([
  ['表1 地区生产总值', '表1', true],
  ['表1 地区生产总值', '表 1 地区', true],
  ['表１　地区生产总值', '表1', true],
  ['表1 2031年地区生产总值', '表1', true],
  ['表1-2031年地区生产总值', '表1', true],
  ['表1——地区生产总值', '表1', true],
  ['表1-2 地区生产总值', '表1-2', true],
  ['地区生产总值（2031年）', '地区生产总值', true],
  ['表10 地区生产总值', '表1', false],
  ['表１０　地区生产总值', '表1', false],
  ['表1-2 地区生产总值', '表1', false],
  ['表1.2 地区生产总值', '表1', false],
  ['表十一 地区生产总值', '表十', false],
  ['附件10', '附件1', false],
  ['表2 地区生产总值', '表1', false],
])('“%s” is the caption “%s”: %o', (caption, meant, expected) => {
  expect(isCaption(caption, meant)).toBe(expected)
})
