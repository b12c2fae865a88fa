import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../support/project.ts'
import { groups } from './entries.ts'
import { guide, type GuideParts, type Language } from './guide.ts'
import { readProps } from './props.ts'

/** The guide in each language, from the project's root. */
export const GUIDES: Readonly<Record<Language, string>> = { en: 'docs/authoring.md', zh: 'docs/authoring.zh-CN.md' }

const INTRODUCTIONS: Readonly<Record<Language, string>> = {
  en: 'docs/guide/introduction.md',
  zh: 'docs/guide/introduction.zh-CN.md',
}

/** The pictures of the guide, from the project's root. */
export const PICTURES = 'docs/images'

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

/** What the guide is made of: types and docstrings of components, the gallery's pages, and what is written by hand. */
export function guideParts(): Omit<GuideParts, 'language' | 'introduction'> {
  return {
    props: readProps(groups.flatMap(({ entries }) => entries.map(({ name }) => name))),
    chinese: JSON.parse(read('docs/guide/zh-CN.json')) as Record<string, string>,
    example: name => {
      const page = `tests/fixtures/gallery/pages/${name}.md`
      return existsSync(path.join(ROOT, page)) ? firstSlide(read(page)) : undefined
    },
    picture: name => (existsSync(path.join(ROOT, PICTURES, `${name}.png`)) ? `images/${name}.png` : undefined),
  }
}

/** The guide in a language. */
export function buildGuide(language: Language, parts: ReturnType<typeof guideParts>): string {
  return guide({ ...parts, language, introduction: read(INTRODUCTIONS[language]) })
}

/** The first slide of a file, without its notes. */
export function firstSlide(text: string): string {
  const [, head = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*?)(?=\n---\n|$)/.exec(text) ?? []
  return `---\n${head}---\n${body.replace(/<!--[\s\S]*?-->/g, '').trimEnd()}`
}
