import { readDeck } from '../../scripts/lib/deck.ts'
import { ensureSite } from '../../scripts/site/ensure.ts'
import { serveSite } from '../../scripts/site/serve.ts'
import { settled } from '../a11y/support/show.ts'
import { dataUrl, drawPage, openPage, WIDTH, type Studio } from './studio.ts'

/** The chart, and the number in it that is asked for. */
const ASKED = { slide: 5, id: 'trade-growth' } as const

const GAP = 40

/** A chart whose number was clicked: where it comes from stands beside it. */
export async function drawEvidence(studio: Studio): Promise<Buffer> {
  const { root, host, life, log } = studio.context
  const { folder } = await ensureSite({ root, deck: await readDeck(root), host, life, log })
  const page = await openPage(studio, { viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1.25 })
  await page.goto(`${await serveSite(folder, life)}/${ASKED.slide}?clicks=99`)
  await settled(page)
  await page.locator(`.slidev-page:visible svg text[data-figure="${ASKED.id}"]:visible`).last().click()
  await page.locator('.hb-evidence[role=dialog]').waitFor()
  const picture = await page.screenshot({ animations: 'disabled' })
  await page.context().close()
  const width = WIDTH - 2 * GAP
  return drawPage(studio, {
    height: Math.round((width * 9) / 16 + 2 * GAP),
    css: `body { padding: ${GAP}px }
img { width: 100% }`,
    body: `<div class="framed"><img src="${dataUrl(picture)}" alt=""></div>`,
  })
}
