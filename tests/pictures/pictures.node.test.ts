import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../support/project.ts'
import { differentSlides } from './contact-sheet.ts'
import { BUDGET, pictures, PICTURES } from './pictures.ts'

const READMES = ['README.md', 'README.zh-CN.md']
const PAGES = [...READMES, 'docs/commands.md', 'docs/commands.zh-CN.md']

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')
const shownIn = (file: string) =>
  [...read(file).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt, at]) => ({ alt, at }))
const files = readdirSync(path.join(ROOT, PICTURES)).map(file => `${PICTURES}/${file}`)

describe('pictures of the READMEs', () => {
  it.each(READMES)('%s shows all that npm run pictures draws, and no others', file => {
    expect(shownIn(file).map(({ at }) => at)).toEqual(Object.keys(pictures).map(name => `${PICTURES}/${name}.webp`))
  })

  it('are all there, and small', () => {
    expect(files.sort()).toEqual(
      shownIn('README.md')
        .map(({ at }) => at)
        .sort(),
    )
    expect(files.reduce((sum, file) => sum + statSync(path.join(ROOT, file)).size, 0)).toBeLessThanOrEqual(BUDGET)
  })

  it('have alternative texts in the language of the page', () => {
    const [english, chinese] = READMES.map(file => shownIn(file).map(({ alt }) => alt!))
    for (const alt of english!) expect(alt).toMatch(/^[A-Z].{40,}/)
    for (const alt of chinese!) expect(alt).toMatch(/^[\p{sc=Han}].{20,}/u)
  })

  it('have one slide of each look in the contact sheet', () => {
    const slide = (layout: string, content: string) => ({ frontmatter: { layout }, content })
    const chart = slide('chart', '## Title\n\n<BarChart id="a" />')
    expect(differentSlides([slide('cover', '# A'), chart, chart, slide('chart', '<Isotype id="a" />'), chart])).toEqual(
      [1, 2, 4],
    )
  })
})

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

it.each(PAGES)('links of %s lead somewhere', page => {
  for (const [, to] of read(page).matchAll(/\]\(([^)\s:]+)\)/g)) {
    const [file, anchor] = to!.split('#')
    const target = path.join(path.dirname(page), file!)
    expect(existsSync(path.join(ROOT, target)), to).toBe(true)
    if (anchor !== undefined) expect(anchorsOf(read(target)), to).toContain(anchor)
  }
})

it('both pages of commands tell of the same ones', () => {
  const [english, chinese] = PAGES.slice(2).map(page =>
    [...read(page).matchAll(/^### (.+)$/gm)].map(([, name]) => name),
  )
  expect(chinese).toEqual(english)
})
