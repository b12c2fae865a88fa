import type { FactsDocument } from '../../model/facts.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { readData } from '../support/data.ts'

it("facts.json in a site is what the page names, and what the deck's data says", async () => {
  const { root, plain } = inject('district')
  const html = await readFile(join(plain, 'index.html'), 'utf8')
  expect(/<link rel="alternate" type="application\/json"[^>]* href="([^"]+)">/.exec(html)?.[1]).toBe('/facts.json')
  const facts = JSON.parse(await readFile(join(plain, 'facts.json'), 'utf8')) as FactsDocument
  const { figures } = await readData(root)
  expect(
    facts.figures.map(({ id, number, value, unit, qualifier }) => ({ id, number, value, unit, qualifier })),
  ).toEqual(figures.map(({ id, value, unit, qualifier }, index) => ({ id, number: index + 1, value, unit, qualifier })))
  expect(facts.figures.filter(({ appendix }) => appendix === undefined)).toEqual([])
})
