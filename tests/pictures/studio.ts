import type { Browser, BrowserContextOptions, Page } from 'playwright-chromium'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { HuibaoError } from '../../model/errors.ts'
import type { Context } from '../../scripts/lib/command.ts'
import { skins, type } from '../../styles/tokens.ts'

/** Px of all pictures: twice what GitHub shows of a README. */
export const WIDTH = 1600

/** What pictures are drawn with. */
export interface Studio {
  context: Context
  browser: Browser
  /** Folder for what is needed on the way: an absolute path. */
  folder: string
}

/** A page of its own, as a person in China has it. */
export async function openPage({ browser }: Studio, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options })
  return context.newPage()
}

/**
 * Exports the deck as the command does.
 * @param args what is typed behind `export`, without `--out`
 * @returns the folder, which goes with the lifecycle
 */
export async function exportTo({ context, browser, folder }: Studio, args: readonly string[]): Promise<string> {
  const out = await mkdtemp(path.join(folder, 'export-'))
  context.life.defer(() => rm(out, { recursive: true, force: true, maxRetries: 5 }))
  const { ok, problems } = await exportDeck(parseExportArgs([...args, '--out', out]), context, {
    browser: () => Promise.resolve(browser),
  })
  if (!ok) throw new HuibaoError(`文稿有问题，没有图可画：\n${problems.join('\n')}`)
  return out
}

/** The address of a PNG that is written into a page. */
export const dataUrl = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`

/**
 * Draws a picture as a page of its own.
 * @param height px of a page `WIDTH` px wide
 * @returns a PNG
 */
export async function drawPage(
  studio: Studio,
  { height, css, body }: Record<'css' | 'body', string> & { height: number },
) {
  const page = await openPage(studio, { viewport: { width: WIDTH, height } })
  const { color } = skins.red
  await page.setContent(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
* { box-sizing: border-box; margin: 0 }
body { position: relative; height: ${height}px; overflow: hidden; background: ${color.panel}; color: ${color.ink}; font: 400 24px/1.4 ${type.family.sans} }
img { display: block }
.framed { border-radius: 12px; overflow: hidden; box-shadow: 0 0 0 1px ${color.line}, 0 12px 32px rgb(0 0 0 / 18%) }
${css}</style>${body}</html>`)
  await page.evaluate(() => document.fonts.ready)
  const picture = await page.screenshot({ animations: 'disabled' })
  await page.context().close()
  return picture
}
