import { describe, expect, inject } from 'vitest'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { createCheckContext } from '../../scripts/check/context.ts'
import type { Rendering } from '../../scripts/check/rendering.ts'
import { testContext } from '../scripts/support/context.ts'
import { test } from '../support/test.ts'

describe('the rendering for the check', () => {
  let render: (...args: string[]) => Promise<Rendering>

  test.beforeEach(({ browser, site, life }) => {
    render = async (...args) => {
      const context = testContext(inject('district').root, life)
      const tools = { site: async () => site.origin, browser: async () => browser }
      return (await createCheckContext(parseCheckArgs(args), context, tools)).rendering()
    }
  })

  test('opens no page that no rule asks for', async () => {
    const layout = await render('overlap', '--range', '1', '--aspect', '4:3')
    expect([layout.slides.length, layout.reading, layout.numbers]).toEqual([2, [], undefined])
    const narrow = await render('narrow', '--range', '1')
    expect([narrow.slides, narrow.reading?.length, narrow.numbers]).toEqual([[], 2, undefined])
  })
})
