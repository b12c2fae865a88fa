import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chapters, columns, figures, periods, photos, quotes } from 'virtual:huibao/deck'
import { formatFigure } from '../../model/format.ts'
import { ROOT, SHARED } from '../support/project.ts'

/** Everything that another district would keep as it is. */
const folders = [...SHARED.filter(path => !path.endsWith('.json')), 'scripts']

function filesBelow(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(ROOT.length))
}

/** Comments may give a printed figure as an example; what is run may not. */
function code(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|^\s*\/\/.*$|\s\/\/ .*$/gm, '')
}

/** What gives this deck away: its places, people, chapters, names and printed figures. */
const WORDS = [
  '沙坪坝',
  '重庆',
  '四高',
  '十三五',
  '2020',
  ...chapters.flatMap(({ id, title, short, topic }) => [`'${id}'`, title, short, topic]),
  ...columns,
  ...periods.map(({ text }) => text),
  ...quotes.flatMap(({ speaker, role, text }) => [speaker, role, text]),
  ...photos.flatMap(({ id, caption }) => [`'${id}'`, caption]),
  ...figures.flatMap(figure => [`'${figure.id}'`, figure.label]),
  ...figures.map(figure => formatFigure(figure)).filter(text => text.length > 5),
]

/** Whether a text has a word; a year is none within a longer number. */
function has(text: string, word: string): boolean {
  return /^\d+$/.test(word) ? new RegExp(`(?<!\\d)${word}(?!\\d)`).test(text) : text.includes(word)
}

describe('what every deck shares', () => {
  const files = folders.flatMap(filesBelow)

  it('is looked at as a whole', () => {
    expect(files.length).toBeGreaterThan(60)
    expect(WORDS.length).toBeGreaterThan(figures.length)
  })

  it.each(files)('knows nothing of this deck: %s', file => {
    const text = code(file)
    expect(WORDS.filter(word => has(text, word))).toEqual([])
  })
})
