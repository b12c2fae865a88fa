import { describe, expect, it } from 'vitest'
import type { Photo } from '../../model/source.ts'
import { materialOf } from '../../scripts/draft/material.ts'
import { openingsOf, sceneOf } from '../../scripts/draft/pictures.ts'
import { deckOf, stated } from './figures.ts'

it.each([
  [['农业'], [], 'field'],
  [['工业和建筑业'], [], 'industry'],
  [['贸易、财政和金融'], [], 'trade'],
  [['人民生活和社会保障'], [], 'people'],
  [['综合'], [], 'city'],
  [['高质量'], ['智能工厂', '工业投资', '居民收入'], 'industry'],
  [['高质量'], [], 'city'],
])('a chapter %j of %j has the scene %s', (names, labels, scene) => {
  expect(sceneOf(names, labels)).toBe(scene)
})

describe('the photo that opens a chapter', () => {
  const chapters = ['制造', '口岸'].map((name, index) => ({ id: `c${index}`, title: name, short: name, topic: name }))
  const photo = (id: string, caption: string): Photo => ({ id, caption, alt: caption, scene: 'scenes/city.svg' })

  it.each<[string, Photo[], (string | undefined)[]]>([
    ['is the one in its place, where there are as many', [photo('a', '口岸'), photo('b', '制造')], ['a', 'b']],
    ['is the one that has its name', [photo('c1', '口岸'), photo('c0', '制造')], ['c0', 'c1']],
    ['is the one that is most about it', [photo('a', '口岸'), photo('b', '公园'), photo('c', '制造')], ['c', 'a']],
    ['is none where there are fewer', [photo('a', '口岸')], [undefined, 'a']],
  ])('%s', (_, photos, expected) => {
    const { openings } = openingsOf(materialOf({ ...deckOf(stated('a', {})), chapters, photos }))
    expect(chapters.map(({ id }) => openings.get(id)!.photo)).toEqual(expected)
  })
})
