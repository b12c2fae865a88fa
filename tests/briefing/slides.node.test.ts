import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from '@slidev/parser'
import { describe, expect, it } from 'vitest'
import { names } from '../../data/names.ts'
import { chapters, figures, getFigure } from 'virtual:huibao/deck'
import { formatFigure } from '../../model/format.ts'
import type { FigureId } from '../../model/register.ts'
import type { FormatStyle } from '../../model/format.ts'

const file = fileURLToPath(new URL('../../slides.md', import.meta.url))
const { slides } = await parse(readFileSync(file, 'utf8'), file)
const isAppendix = (layout: unknown): boolean => layout === 'appendix'
const shown = slides.filter(({ frontmatter }) => !isAppendix(frontmatter.layout))
const MESSAGE_LAYOUTS: readonly unknown[] = ['chart', 'numbers', 'compare', 'picture']
const messages = slides.filter(({ frontmatter }) => frontmatter.chapter && MESSAGE_LAYOUTS.includes(frontmatter.layout))

function spokenText(note: string): string {
  return note.replace(/<Fig id="([^"]+)"(?: as="([^"]+)")? \/>/g, (_, id: FigureId, as?: FormatStyle) =>
    formatFigure(getFigure(id), as),
  )
}

describe('slides.md', () => {
  it('shows every figure that the source states, in its own chapter', () => {
    const missing = figures
      .filter(({ derived }) => !derived)
      .filter(
        ({ id, chapter }) =>
          !slides.some(
            ({ content, frontmatter }) =>
              frontmatter.chapter === chapter.id && new RegExp(`["']${id}["']`).test(content),
          ),
      )
    expect(missing.map(({ id }) => id)).toEqual([])
  })

  it('has three to five message slides and one voice in each chapter', () => {
    for (const { id } of chapters) {
      const own = messages.filter(({ frontmatter }) => frontmatter.chapter === id)
      expect(own.length).toBeGreaterThanOrEqual(3)
      expect(own.length).toBeLessThanOrEqual(5)
      expect(
        slides.filter(({ frontmatter }) => frontmatter.chapter === id && frontmatter.layout === 'quote'),
      ).toHaveLength(1)
      expect(
        slides.filter(({ frontmatter }) => frontmatter.chapter === id && frontmatter.layout === 'chapter'),
      ).toHaveLength(1)
    }
  })

  it('titles every message slide with a number that comes from a figure', () => {
    expect(messages.filter(({ content }) => !/^## .*<Fig id="/m.test(content)).map(({ title }) => title)).toEqual([])
  })

  it.each(slides.map((slide, index) => [index + 1, slide.note ?? ''] as const))(
    'has a note of 40 to 120 characters on slide %i',
    (_, note) => {
      const text = spokenText(note)
      expect(text).not.toContain('<')
      expect(text.length).toBeGreaterThanOrEqual(40)
      expect(text.length).toBeLessThanOrEqual(120)
    },
  )

  it('types no number into a slide, names aside', () => {
    const typed = slides.map(({ content }) =>
      names.reduce((text, { text: name }) => text.replaceAll(name, ''), content.replace(/<[^>]*>/g, '')),
    )
    expect(typed.filter(text => /\d/.test(text))).toEqual([])
  })

  it('types no number into a note', () => {
    expect(
      slides.filter(({ note }) => /\d/.test((note ?? '').replace(/<Fig [^>]*>/g, ''))).map(({ note }) => note),
    ).toEqual([])
  })

  it("plans a time for every slide, in all no more than the deck's", () => {
    const seconds = slides.map(({ frontmatter }) => frontmatter.time as unknown)
    expect(seconds.filter(time => typeof time !== 'number')).toEqual([])
    expect(shown.filter(({ frontmatter }) => !(frontmatter.time > 0))).toEqual([])
    const minutes = Number.parseInt(String(slides[0]!.frontmatter.duration))
    expect((seconds as number[]).reduce((sum, time) => sum + time, 0)).toBeLessThanOrEqual(minutes * 60)
  })
})
