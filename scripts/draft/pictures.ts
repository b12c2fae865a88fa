import type { Chapter } from '../../model/figure.ts'
import type { Photo } from '../../model/source.ts'
import { bigramOverlap } from '../check/likeness.ts'
import { namesOf } from './chapter.ts'
import { ownFigures, type Material } from './material.ts'

/** The engine's scenes, by what they are drawn of; the last goes with anything. */
const SCENES = {
  industry: '工业 产业 制造 企业 建筑业 工厂 项目 投资',
  field: '农业 农村 乡村 粮食 生态 绿色 环境 资源',
  trade: '贸易 零售 进出口 物流 财政 金融 开放',
  people: '人口 民生 居民 就业 教育 社会 生活 收入 保障 实事',
  city: '城市 城乡 建设 综合 改革',
} as const

/** The name of one of the engine's scenes. */
export type Scene = keyof typeof SCENES

/** What a chapter's opening shows. */
export interface Opening {
  photo?: string
  scene?: Scene
}

/**
 * What opens each chapter: its own photo, the one in its place where there are as many as chapters, or else the one
 * that is most about it, or a scene; and the photos that open none.
 */
export function openingsOf(material: Material): { openings: ReadonlyMap<string, Opening>; left: readonly Photo[] } {
  const { chapters, photos } = material.deck
  const words = new Map(chapters.map(chapter => [chapter.id, wordsOf(chapter, material)]))
  const inOrder = chapters.length === photos.length
  const likeness = (chapter: Chapter, at: number, photo: Photo, place: number): number => {
    if (photo.id === chapter.id) return 3
    return inOrder && at === place ? 2 : bigramOverlap(photo.caption + photo.alt, words.get(chapter.id)!)
  }
  const ranked = chapters
    .flatMap((chapter, at) =>
      photos.map((photo, place) => ({ chapter, photo, likeness: likeness(chapter, at, photo, place) })),
    )
    .sort((a, b) => b.likeness - a.likeness)
  const openings = new Map<string, Opening>()
  const taken = new Set<string>()
  for (const { chapter, photo } of ranked) {
    if (openings.has(chapter.id) || taken.has(photo.id)) continue
    openings.set(chapter.id, { photo: photo.id })
    taken.add(photo.id)
  }
  for (const chapter of chapters)
    if (!openings.has(chapter.id)) {
      const labels = ownFigures(material, chapter).map(({ label }) => label)
      openings.set(chapter.id, { scene: sceneOf(namesOf(chapter), labels) })
    }
  return { openings, left: photos.filter(({ id }) => !taken.has(id)) }
}

function wordsOf(chapter: Chapter, material: Material): string[] {
  return [
    ...namesOf(chapter),
    ...ownFigures(material, chapter).flatMap(({ label, evidence }) => [label, evidence.clause]),
  ]
}

/** The scene that names are most about; where they do not say, what their figures are about. */
export function sceneOf(names: readonly string[], labels: readonly string[] = []): Scene {
  const scenes = Object.keys(SCENES) as Scene[]
  const told = [names, labels].map(texts => {
    const scores = scenes.map(scene => {
      const words = SCENES[scene].split(' ')
      return { scene, score: texts.filter(text => words.some(word => text.includes(word))).length }
    })
    return scores.reduce((best, each) => (each.score > best.score ? each : best))
  })
  return told.find(({ score }) => score > 0)?.scene ?? scenes.at(-1)!
}
