import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import sirv from 'sirv'
import { describe, expect, inject } from 'vitest'
import { readDeck } from '../../scripts/lib/deck.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { ensureSite } from '../../scripts/site/ensure.ts'
import { testContext } from '../scripts/support/context.ts'
import { test } from '../support/test.ts'

const BASE = '/zwgk/huibao/'
const NOTE = 'canary-in-a-note'

/** A server as offices have them: files below a folder, and nothing else. */
async function serveBelow(folder: string): Promise<{ origin: string; missed: string[]; close: () => void }> {
  const missed: string[] = []
  const files = sirv(folder, { dotfiles: false })
  const server = createServer((request, response) => {
    const miss = (): void => {
      missed.push(request.url!)
      response.writeHead(404).end()
    }
    if (!request.url!.startsWith(BASE)) return miss()
    request.url = request.url!.slice(BASE.length - 1)
    files(request, response, miss)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}${BASE}`
  return { origin, missed, close: () => server.close() }
}

describe("the site for an office's web server, in a folder of it", () => {
  test.for([
    ['wherever it is put', undefined, false],
    ['at its base, with notes', BASE, true],
  ] as const)('%s', { timeout: 300_000 }, async ([_, base, notes], { page, life, onTestFinished }) => {
    const { root } = inject('district')
    const deck = await readDeck(root)
    const context = testContext(root, life)
    const { folder } = await ensureSite({ ...context, deck, host: currentHost(), variant: 'public', base, notes })
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())
    const texts = await Promise.all(files.map(each => readFile(path.join(each.parentPath, each.name), 'latin1')))
    expect(texts.filter(text => text.includes(NOTE))).toHaveLength(notes ? 1 : 0)
    expect(files.some(({ name }) => /presenter|notes/.test(name))).toBe(notes)
    expect(files.map(({ name }) => name)).not.toContain('_redirects')

    const server = await serveBelow(folder)
    onTestFinished(server.close)
    const errors: string[] = []
    page.on('console', message => void (['error', 'warning'].includes(message.type()) && errors.push(message.text())))
    page.on('pageerror', error => void errors.push(String(error)))
    await page.goto(server.origin)
    await page.locator('#slideshow [data-slidev-no="1"] .hb-slide').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.locator('#slideshow [data-slidev-no="2"] .hb-slide').waitFor()
    await page.reload()
    await page.locator('#slideshow [data-slidev-no="2"] .hb-slide').waitFor()
    await page.waitForLoadState('networkidle')
    await page.goto(`${server.origin}#/read?all`)
    await page.reload()
    await page.locator('.hb-reading-slide >> nth=3').waitFor()
    await page.waitForLoadState('networkidle')
    expect([errors, server.missed]).toEqual([[], []])
  })
})
