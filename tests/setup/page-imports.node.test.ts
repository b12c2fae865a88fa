import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pages, withImports } from '../../setup/vite/page-imports.ts'
import { ROOT } from '../support/project.ts'

describe('what other pages import', () => {
  const all = readdirSync(`${ROOT}node_modules/@slidev/client/pages`, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.vue'))
    .map(file => file.replaceAll('\\', '/').replace(/\.vue$/, ''))

  it("goes to every page of Slidev's but those of the first view, and that for what is missing", () => {
    expect(all.filter(page => !['404', 'play', 'print'].includes(page)).sort()).toEqual(Object.keys(pages).sort())
  })

  it.each(Object.entries(pages))('stands in the script of the page %s', (page, modules) => {
    const source = withImports(readFileSync(`${ROOT}node_modules/@slidev/client/pages/${page}.vue`, 'utf8'), modules)
    expect(source.match(/<script\b/g)).toHaveLength(1)
    expect(source).toMatch(/^<script setup(?: lang="ts")?>\nimport '(?:virtual|uno):/)
  })
})
