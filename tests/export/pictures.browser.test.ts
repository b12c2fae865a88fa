import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, inject } from 'vitest'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { temporaryFolder, testContext } from '../scripts/support/context.ts'
import { test } from '../support/test.ts'

describe('pictures of a deck', () => {
  test('for chat groups are 1080 px wide, and no higher than these show; a card is 900 × 500', async ({
    browser,
    life,
  }) => {
    const args = parseExportArgs(['longimage', 'card', '--out', temporaryFolder()])
    const { problems, files } = await exportDeck(args, testContext(inject('district').root, life), {
      browser: async () => browser,
    })
    expect(problems).toEqual([])
    const sizes = await Promise.all(
      files.map(async file => {
        const { width, height } = await sharp(await readFile(file)).metadata()
        return { name: path.basename(file), width, height }
      }),
    )
    const long = sizes.filter(({ name }) => name.includes('-long-'))
    expect(long.length).toBeGreaterThan(1)
    for (const { width, height } of long) expect([width, height <= 16_000]).toEqual([1080, true])
    // Each ends with a slide, and so well before the next would have fitted.
    expect(long.slice(0, -1).every(({ height }) => height > 8_000)).toBe(true)
    expect(sizes.filter(({ name }) => !name.includes('-long-'))).toEqual([
      { name: expect.stringMatching(/-card\.png$/), width: 900, height: 500 },
    ])
  })

  test('are as wide as they were asked for', async ({ browser, life }) => {
    const args = parseExportArgs(['png', '--width', '960', '--range', '1', '--out', temporaryFolder()])
    const { files } = await exportDeck(args, testContext(inject('district').root, life), {
      browser: async () => browser,
    })
    expect((await sharp(await readFile(files[0]!)).metadata()).width).toBe(960)
  })
})
