/*
 * Takes pictures of the deck at the root in every engine that is installed, for people to look at:
 * `node tests/engines/shots.ts [Firefox|WebKit|Chromium …]`.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { readDeck } from '../../scripts/lib/deck.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { createLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { ensureSite } from '../../scripts/site/ensure.ts'
import { serveSite } from '../../scripts/site/serve.ts'
import { ROOT } from '../support/project.ts'
import { candidates } from './support/engines.ts'
import { PHONE, type Tab } from './support/tab.ts'
import { untilRead, untilShown } from './support/wait.ts'

const OUT = path.join(ROOT, '.huibao/engines')

const life = new Lifecycle()
const deck = await readDeck(ROOT)
const { total } = deck
const log = createLog(process.stderr)
const { folder } = await ensureSite({ root: ROOT, deck, host: currentHost(), life, log })
const origin = await serveSite(folder, life)
const asked = process.argv.slice(2)

for (const { name, lacking, launch } of candidates) {
  if (asked.length > 0 && !asked.includes(name)) continue
  if (lacking) {
    console.log(`${name} is not installed: apt install ${lacking}`)
    continue
  }
  const engine = await launch()
  const tab = await engine.tab()
  await mkdir(OUT, { recursive: true })
  const shot = async (of: Tab, file: string): Promise<void> =>
    writeFile(path.join(OUT, `${name}-${file}.png`), await of.screenshot())
  for (let no = 1; no <= total; no += 1) {
    await tab.open(`${origin}/${no}`)
    await untilShown(tab, no)
    await shot(tab, String(no).padStart(3, '0'))
  }
  await tab.close()
  const phone = await engine.tab(PHONE)
  await reading(phone, file => shot(phone, file))
  await phone.close()
  await engine.close()
  console.log(`${name}: ${total} slides`)
}
await life.disposeAsync()

/** The page to read, a screen at a time. */
async function reading(tab: Tab, shot: (file: string) => Promise<void>): Promise<void> {
  await tab.open(`${origin}/read?all`)
  await untilRead(tab)
  const height = await tab.evaluate(() => document.documentElement.scrollHeight)
  for (let top = 0, index = 0; top < height; top += PHONE[1] - 60, index += 1) {
    await tab.evaluate(top => scrollTo(0, top), top)
    await new Promise(resolve => setTimeout(resolve, 120))
    await shot(`read-${String(index).padStart(3, '0')}`)
  }
}
