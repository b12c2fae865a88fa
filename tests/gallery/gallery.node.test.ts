import { beforeAll, describe, expect, it } from 'vitest'
import { charts } from '../../components/charts/registry.ts'
import { loadSlides } from '../../model/slides/load.ts'
import { scanTags } from '../../model/slides/scan.ts'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { testContext } from '../scripts/support/context.ts'
import { composeGallery, gallerySources } from './gallery.ts'

describe('the gallery', () => {
  let root: string
  beforeAll(async () => void (root = await composeGallery()))

  it('shows every chart on a page of its own', async () => {
    const { slides } = await loadSlides(root)
    const shown = slides.flatMap(({ content, source }) =>
      scanTags(content).flatMap(({ name }) => (source.filepath.endsWith(`/pages/${name}.md`) ? [name] : [])),
    )
    expect(shown).toEqual(expect.arrayContaining(Object.keys(charts)))
  })

  it('states every number as its sources do, and shows all of its data', async () => {
    const args = parseCheckArgs(['facts', ...(await gallerySources())])
    const { findings } = await checkDeck(args, testContext(root))
    expect(findings.map(({ where, text, measured }) => `${where} ${text} ${measured}`)).toEqual([])
  })
})
