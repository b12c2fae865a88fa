import { describe, expect, inject } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { createCheckContext } from '../../scripts/check/context.ts'
import type { Rendering } from '../../scripts/check/rendering.ts'
import { skinIds } from '../../styles/skin.ts'
import { testContext } from '../scripts/support/context.ts'
import { test } from '../support/test.ts'

const ASPECTS = ['16:9', '4:3'] as const

describe('the rendering for the check', () => {
  let render: (...args: string[]) => Promise<Rendering>

  test.beforeEach(({ browser, site, life }) => {
    render = async (...args) => {
      const context = testContext(inject('district').root, life)
      const tools = { site: async () => site.origin, browser: async () => browser }
      return (await createCheckContext(parseCheckArgs(args), context, tools)).rendering()
    }
  })

  test('changes looks in place to what a page loaded in that look shows', async () => {
    const { slides, reading } = await render('layout')
    expect(slides.map(({ skin, aspect }) => `${skin} ${aspect}`)).toEqual(
      ASPECTS.flatMap(aspect => skinIds.map(skin => `${skin} ${aspect}`)),
    )
    for (const rendering of slides) {
      const fresh = await render('overlap', '--skin', rendering.skin, '--aspect', rendering.aspect)
      expect(fresh.slides).toEqual([rendering])
    }
    for (const rendering of reading!) {
      const fresh = await render('narrow', '--skin', rendering.skin)
      expect(fresh.reading).toEqual([rendering])
    }
  })
})
