import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { charts } from '../../components/charts/registry.ts'
import { ROOT } from '../support/project.ts'
import { buildGuide, firstSlide, GUIDES, guideParts } from './build.ts'
import { groups } from './entries.ts'
import { guide, untranslated, type Language } from './guide.ts'

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')
const parts = guideParts()
const told = groups.flatMap(({ entries }) => entries.map(({ name }) => name))

it.each(Object.entries(GUIDES) as [Language, string][])(
  'the guide in %s is as `npm run docs` writes it',
  (of, file) => {
    expect(read(file)).toBe(buildGuide(of, parts))
  },
)

it('every chart and every layout is told of', () => {
  const layouts = readdirSync(path.join(ROOT, 'layouts')).map(file => path.basename(file, '.vue'))
  expect(told).toEqual(expect.arrayContaining([...Object.keys(charts), ...layouts.filter(name => name !== 'error')]))
})

it('editors know every component that the guide tells of', () => {
  const known = [...read('types/global-components.d.ts').matchAll(/^ {4}(\w+): typeof \1$/gm)].map(([, name]) => name!)
  expect(known.sort()).toEqual(told.filter(name => !existsSync(path.join(ROOT, 'layouts', `${name}.vue`))).sort())
})

it('every prop says what it means', () => {
  const silent = [...parts.props].flatMap(([name, props]) =>
    props.filter(({ meaning }) => meaning === '').map(prop => `${name} ${prop.name}`),
  )
  expect(silent).toEqual([])
})

it('every link to a picture or a file leads somewhere', () => {
  for (const file of Object.values(GUIDES))
    for (const [, to] of read(file).matchAll(/\]\(([^):#]+)\)/g))
      expect(existsSync(path.join(ROOT, 'docs', to!)), `${file}: ${to}`).toBe(true)
})

it('a docstring without Chinese is named, and so is Chinese without a docstring', () => {
  const props = new Map([['Fig', [{ name: 'id', required: true, type: 'string', meaning: 'A new meaning.' }]]])
  expect(() => guide({ ...parts, props, language: 'zh', introduction: '' })).toThrow('A new meaning.')
  expect(untranslated(parts)).toEqual([])
  const meanings = new Set([...parts.props.values()].flat().map(({ meaning }) => meaning))
  expect(Object.keys(parts.chinese).filter(meaning => !meanings.has(meaning))).toEqual([])
})

it('an example is the first slide of its page, without notes', () => {
  const page =
    '---\nlayout: chart\n---\n\n## Title\n\n<Fig id="a" />\n\n<!-- said -->\n\n---\nlayout: end\n---\n\n# End\n'
  expect(firstSlide(page)).toBe('---\nlayout: chart\n---\n\n## Title\n\n<Fig id="a" />')
})
