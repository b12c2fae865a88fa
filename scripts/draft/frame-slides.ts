import { toChineseNumeral } from '../../model/reading/numerals.ts'
import type { Chapter, Figure } from '../../model/figure.ts'
import type { Photo, Quote } from '../../model/source.ts'
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
import { type DraftSlide, type MessageSlide, plannedTime } from './slide.ts'
import { heading, titleOf } from './titles.ts'

/** What a draft is told beside the data. */
export interface Head {
  title: string
  /** Small line above the title of the cover, e.g. the publisher. Default: none. */
  subtitle?: string
  /** Picture of the cover, below `public/`. Default: none. */
  scene?: string
}

/** Most figures at a glance, columns of a scoreboard, and rows of it. */
const AT_A_GLANCE = 6
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

/** The figure that leads each chapter, and more of them where there is room. */
export function glanceSlide(leads: readonly (readonly Figure[])[], material: Material): DraftSlide[] {
  const chapters = leads.filter(({ length }) => length > 0)
  const depth = Math.max(1, Math.floor(4 / Math.max(1, chapters.length)))
  const candidates = chapters.flatMap(own => own.slice(0, depth))
  const chosen = new Set([...candidates].sort((a, b) => material.weight(b) - material.weight(a)).slice(0, AT_A_GLANCE))
  const figures = candidates.filter(figure => chosen.has(figure))
  if (figures.length < 2) return []
  const title = titleOf(figures[0]!, material)
  const note = joined([plainWords('先看几个最有分量的数：'), noteOf(figures, material.find)])
  const few = figures.length <= 4
  return [
    {
      head: { layout: 'numbers', tag: '一页总览', time: plannedTime(note.length) },
      title: heading(title.said),
      body: [
        gridTag(figures, { cols: few ? 2 : 3, size: few ? 'l' : 'm' }).replace('<FigureGrid', '<FigureGrid chapters'),
      ],
      note: note.markdown,
    },
  ]
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

/** What numbers a heading among its like: 一、, （一）, 第一章, 1. */
const ORDINAL = /^(?:第?[一二三四五六七八九十\d]+(?:[章节部]分?|[、.．])|[（(][一二三四五六七八九十\d]+[）)])\s*/

/** Longest title of a chapter that has room on its opening. */
const LONGEST_OPENING = 20

/** A chapter's title without its own ordinal, which the slide prints; a name of it where that bears other numbers. */
export function openingTitle({ title, topic, short }: Chapter, deck: Deck<string>): string {
  const names = [title.replace(ORDINAL, ''), topic, short]
  return names.find(name => name !== '' && name.length <= LONGEST_OPENING && isFree(name, deck)) ?? short
}

/** A quote on a slide of its own. */
export function quoteSlide({ id, chapter, speaker, role }: Quote): DraftSlide {
  const note = `听听${role}${speaker}怎么说。`
  return {
    head: { layout: 'quote', chapter, quote: id, time: plannedTime(note.length) },
    body: [],
    note: plainWords(note).markdown,
  }
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

/** What each chapter has to show, side by side; several where there are many chapters. */
export function scoreSlides(leads: readonly (readonly Figure[])[], material: Material): DraftSlide[] {
  const chapters = leads.filter(({ length }) => length > 0)
  if (chapters.length < 2) return []
  return chunks(chapters, MOST_COLUMNS).map(own => {
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
      title: heading(plainWords(`${own.map(each => each[0]!.chapter.short).join('、')}：交出的答卷`), 1),
      body: [tagOf({ component: 'Scoreboard', props: { ids: figures.map(({ id }) => id) } })],
      note: note.markdown,
    }
  })
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

/** What stands for a chapter: the figures that lead its slides, those that say most first. */
export function leadsOf(messages: readonly MessageSlide[], chapter: Chapter, material: Material): Figure[] {
  const sorted = messages.map(({ lead }) => lead).sort((a, b) => material.weight(b) - material.weight(a))
  const leads = [...new Map([...sorted].reverse().map(lead => [`${lead.value}${lead.unit}`, lead])).values()].reverse()
  return leads.length > 0 ? leads : ownFigures(material, chapter).slice(0, 1)
}
