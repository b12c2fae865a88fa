import { toChineseNumeral } from '../../model/reading/numerals.ts'
import type { Chapter, Figure } from '../../model/figure.ts'
import type { Photo } from '../../model/source.ts'
import { tagOf } from '../advise/tag.ts'
import type { Deck } from '../../model/deck.ts'
import { isFree } from './bound.ts'
import { gridTag } from './chart-slides.ts'
import { chunks } from './groups.ts'
import { type Material, ownFigures } from './material.ts'
import { noteOf } from './note.ts'
import type { Opening } from './pictures.ts'
import { joined, plainWords } from './said.ts'
import { subjectOf } from './sentence.ts'
import { inBase, parseUnit } from '../../model/units.ts'
import { type DraftSlide, type MessageSlide, ONE_LINE, plannedTime } from './slide.ts'
import { heading, titleOf } from './titles.ts'

/** What a draft is told beside the data. */
export interface Head {
  title: string
  /** Small line above the title of the cover, e.g. the publisher. Default: none. */
  subtitle?: string
  /** Picture of the cover, below `public/`. Default: none. */
  scene?: string
}

/** Grids of an overview by what they hold, the roomiest first. */
const AT_A_GLANCE = [
  { most: 4, cols: 2, size: 'l' },
  { most: 6, cols: 3, size: 'm' },
  { most: 8, cols: 4, size: 's' },
] as const
/** Most columns of a scoreboard, and most rows of it. */
const MOST_COLUMNS = 4
const ROWS = 3
/** Longest subject on a chapter's opening, and most of them. */
const LONGEST_SUBJECT = 12
const MOST_SUBJECTS = 3

/** The first slide; its front matter is that of the deck. @param duration of the whole, in minutes */
export function coverSlide({ title, subtitle, scene }: Head, duration: number): DraftSlide {
  const note = `各位领导、各位同事，下面汇报${title}。`
  return {
    head: {
      theme: 'none',
      title,
      info: title,
      skin: '红',
      duration: `${duration}min`,
      layout: 'cover',
      scene,
      kicker: subtitle,
      time: plannedTime(note.length),
    },
    title: heading(plainWords(title), 1),
    body: [],
    note: plainWords(note).markdown,
  }
}

/** The figure that leads each chapter, and the next ones where these leave a place in the grid. */
export function glanceSlide(leads: readonly (readonly Figure[])[], material: Material): DraftSlide[] {
  const chapters = leads.filter(({ length }) => length > 0)
  const { most, cols, size } = AT_A_GLANCE.find(grid => chapters.length <= grid.most) ?? AT_A_GLANCE.at(-1)!
  const byDepth = Array.from({ length: most }, (_, depth) => chapters.flatMap(own => own[depth] ?? []))
  const chosen = new Set(byDepth.flat().slice(0, most))
  const figures = chapters.flat().filter(figure => chosen.has(figure))
  if (figures.length < 2) return []
  const title = titleOf(figures[0]!, material)
  const note = joined([plainWords('先看几个最有分量的数：'), noteOf(figures, material.find)])
  const single = chapters.length === 1
  const grid = gridTag(figures, { cols, size, ...(single && { highlight: figures[0]!.id }) })
  return [
    {
      head: { layout: 'numbers', tag: '一页总览', time: plannedTime(note.length) },
      title: heading(title.said),
      body: [single ? grid : grid.replace('<FigureGrid', '<FigureGrid chapters')],
      note: note.markdown,
    },
  ]
}

/** A chapter with its slides that have a message. */
export interface ToldChapter {
  chapter: Chapter
  messages: readonly MessageSlide[]
}

/** The opening of a chapter: its title, and what its slides are about. */
export function chapterSlide(
  chapter: Chapter,
  no: number,
  opening: Opening,
  messages: readonly MessageSlide[],
  { deck, find, weight }: Material,
): DraftSlide {
  const named = messages.filter(({ lead }) => subjectOf(lead, find).length <= LONGEST_SUBJECT)
  const main = new Set([...named].sort((a, b) => weight(b.lead) - weight(a.lead)).slice(0, MOST_SUBJECTS))
  const subjects = [...new Set(named.filter(each => main.has(each)).map(({ lead }) => subjectOf(lead, find)))]
  const list = subjects.map(subject => plainWords(subject).markdown)
  const note = joined([
    plainWords(`第${toChineseNumeral(no)}章讲${chapter.topic}。`),
    ...(subjects.length > 0 ? [plainWords(`主要看${subjects.join('、')}。`)] : []),
  ])
  return {
    head: { layout: 'chapter', chapter: chapter.id, ...opening, time: plannedTime(note.length) },
    title: heading(plainWords(openingTitle(chapter, deck)), 1),
    body: list.length > 0 ? [list.join('，<br>') + '。'] : [],
    note: note.markdown,
  }
}

/** What stands in brackets is a remark, such as a date, and no name. */
const REMARK = /^[（(].*[）)]$/
/** What numbers a heading among its like: 一、, （一）, 第一章, 1. */
const ORDINAL = /^(?:第?[一二三四五六七八九十\d]+(?:[章节部]分?|[、.．])|[（(][一二三四五六七八九十\d]+[）)])\s*/

/** Longest title of a chapter that has room on its opening. */
const LONGEST_OPENING = 20

/** A chapter's title without its own ordinal, which the slide prints; a name of it where that bears other numbers. */
export function openingTitle({ title, topic, short }: Chapter, deck: Deck<string>): string {
  const names = [title.replace(ORDINAL, ''), topic, short]
  const isName = (name: string): boolean => name !== '' && name.length <= LONGEST_OPENING && !REMARK.test(name)
  return names.find(name => isName(name) && isFree(name, deck)) ?? short
}

/** A picture that opens no chapter, with the figures that it is shown with. */
export function pictureSlide(photo: Photo, figures: readonly Figure[], material: Material): DraftSlide {
  const title = titleOf(figures[0]!, material)
  const note = noteOf(figures, material.find)
  return {
    head: { layout: 'picture', chapter: figures[0]!.chapter.id, photo: photo.id, time: plannedTime(note.length) },
    title: heading(title.said),
    body: [gridTag(figures, { cols: 1, size: 's', highlight: figures[0]!.id })],
    note: note.markdown,
  }
}

/** What each chapter has to show, side by side; none where that is a number each, which the overview has shown. */
export function scoreSlides(leads: readonly (readonly Figure[])[], material: Material): DraftSlide[] {
  const chapters = leads.filter(({ length }) => length > 0)
  if (chapters.length < 2 || chapters.every(({ length }) => length < 2)) return []
  const pages = chunks(chapters, MOST_COLUMNS)
  const titles = scoreTitles(pages.map(own => own.map(each => each[0]!.chapter.short)))
  return pages.map((own, index) => {
    const figures = own.flatMap(each => each.slice(0, ROWS))
    const note = joined([
      plainWords('最后用记分牌收尾。'),
      noteOf(
        own.map(each => each[0]!),
        material.find,
      ),
    ])
    return {
      head: { layout: 'numbers', tag: '记分牌', time: plannedTime(note.length) },
      title: heading(plainWords(titles[index]!), 1),
      body: [tagOf({ component: 'Scoreboard', props: { ids: figures.map(({ id }) => id) } })],
      note: note.markdown,
    }
  })
}

/** Titles of one line each: the chapters' names, which stand above the columns, too, or else which slide it is. */
function scoreTitles(pages: readonly (readonly string[])[]): string[] {
  const named = pages.map(names => `${names.join('、')}：交出的答卷`)
  if (named.every(({ length }) => length <= ONE_LINE)) return named
  return pages.map((_, index) => `各章交出的答卷${pages.length > 1 ? `（${toChineseNumeral(index + 1)}）` : ''}`)
}

/** The last slide that is presented. */
export function endSlide({ subtitle, scene }: Head): DraftSlide {
  const note = '汇报到这里，谢谢大家。片中每个数都有出处，原句列在后面的附录里。'
  return {
    head: { layout: 'end', scene, kicker: subtitle, time: plannedTime(note.length) },
    title: '# 谢谢',
    body: ['数据的原句见附录。'],
    note,
  }
}

/** The figures of each chapter with what states them. */
export function appendixSlides(material: Material): DraftSlide[] {
  const { chapters, figures } = material.deck
  return chapters
    .filter(({ id }) => figures.some(figure => figure.chapter.id === id))
    .map(({ id, topic }) => ({
      head: { layout: 'appendix', chapter: id, time: 0 },
      title: heading(plainWords(`数据依据：${topic}`), 1),
      body: [tagOf({ component: 'AppendixTable', props: { chapter: id } })],
      note: '附录供查证，不在会上宣读。',
    }))
}

/** What a unit counts, whatever its scale. */
const baseOf = (unit: string): string => parseUnit(unit)?.base ?? unit

/**
 * What stands for each chapter: the figures that lead its slides, those that say most first, and no number twice; where
 * they are few, others of its slides, too.
 */
export function leadsOf(told: readonly ToldChapter[], material: Material): Figure[][] {
  const seen = new Set<string>()
  return told.map(({ chapter, messages }) => {
    const byWeight = (figures: readonly Figure[]): Figure[] =>
      [...new Set(figures)].sort((a, b) => material.weight(b) - material.weight(a))
    const isNew = (figure: Figure): boolean => {
      const { parts, unit } = figure
      const number = `${parts ? parts.join(':') : inBase(figure).toPrecision(12)}${baseOf(unit)}`
      return !seen.has(number) && seen.add(number) !== undefined
    }
    const leads = byWeight(messages.map(({ lead }) => lead)).filter(isNew)
    const others = byWeight(messages.flatMap(({ figures }) => figures))
    for (const figure of others) if (leads.length < AT_A_GLANCE[0].most && isNew(figure)) leads.push(figure)
    return leads.length > 0 ? leads : ownFigures(material, chapter).slice(0, 1)
  })
}
