import type { Chapter } from '../../model/figure.ts'
import type { Photo } from '../../model/source.ts'
import { bigramOverlap } from '../check/likeness.ts'
import { ownFigures, type Material } from './material.ts'

/** The engine's scenes, by what they are drawn of; the last goes with anything. */
const SCENES = {
  industry: '工业 产业 制造 企业 建筑业 农业 工厂 项目 投资',
  people: '人口 民生 居民 就业 教育 社会 生活 收入 保障 实事',
  city: '城市 城乡 建设 综合 财政 金融 贸易 改革 开放',
} as const

/** What a chapter's opening shows. */
export interface Opening {
  photo?: string
  scene?: keyof typeof SCENES
}

/** What opens each chapter: the photo that is most about it, or a scene; and the photos that open none. */
export function openingsOf(material: Material): { openings: ReadonlyMap<string, Opening>; left: readonly Photo[] } {
  const { chapters, photos } = material.deck
  const words = new Map(chapters.map(chapter => [chapter.id, wordsOf(chapter, material)]))
  const ranked = chapters
    .flatMap(chapter =>
      photos.map(photo => ({
        chapter,
        photo,
        likeness: photo.id === chapter.id ? 2 : bigramOverlap(photo.caption + photo.alt, words.get(chapter.id)!),
      })),
    )
    .sort((a, b) => b.likeness - a.likeness)
  const openings = new Map<string, Opening>()
  const taken = new Set<string>()
  for (const { chapter, photo } of ranked) {
    if (openings.has(chapter.id) || taken.has(photo.id)) continue
    openings.set(chapter.id, { photo: photo.id })
    taken.add(photo.id)
  }
  for (const chapter of chapters) if (!openings.has(chapter.id)) openings.set(chapter.id, { scene: sceneOf(chapter) })
  return { openings, left: photos.filter(({ id }) => !taken.has(id)) }
}

function wordsOf(chapter: Chapter, material: Material): string[] {
  const { title, short, topic } = chapter
  return [
    title,
    short,
    topic,
    ...ownFigures(material, chapter).flatMap(({ label, evidence }) => [label, evidence.clause]),
  ]
}

/** The scene that a chapter's own names are most about. */
export function sceneOf({ title, short, topic }: Chapter): keyof typeof SCENES {
  const names = [title, short, topic].join()
  const scores = (Object.keys(SCENES) as (keyof typeof SCENES)[]).map(scene => ({
    scene,
    score: SCENES[scene].split(' ').filter(word => names.includes(word)).length,
  }))
  const best = scores.sort((a, b) => b.score - a.score)[0]!
  return (best.score > 0 ? best : scores.at(-1)!).scene
}
