import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import type { Tab } from './tab.ts'

/** Texts as slides have them: digits between Chinese. */
const SAMPLES = ['2020年1—11月投资同比增长81.4%', '突破1600亿元、14万余件、超期0件', '建成5G基站2541个', '470余家企业']
/** Height of a line in px, and how dark ink is, of 255. */
const LINE = 80
const DARK = 100

/**
 * In how many pieces the samples' ink stands beside each other, as titles and text of a slide: a number for each line.
 * Characters that lie over each other are one piece. Their boxes would not tell, for an engine may place what it draws
 * apart from them. The tab shows a slide.
 * @param apart whether each character is drawn by itself, so that none can lie over another
 */
export async function inkPieces(tab: Tab, apart: boolean): Promise<number[]> {
  const lines = await tab.evaluate(drawSamples, SAMPLES, apart, LINE)
  // WebKit tells of a page before it has painted it.
  await sleep(500)
  const picture = await tab.screenshot()
  await tab.evaluate(() => document.querySelector('#samples')!.remove())
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true })
  return Array.from({ length: lines }, (_, line) => {
    const isInked = (x: number): boolean => {
      for (let y = line * LINE; y < (line + 1) * LINE; y += 1) if (data[y * info.width + x]! < DARK) return true
      return false
    }
    const inked = Array.from({ length: info.width }, (_, x) => isInked(x))
    return inked.filter((is, x) => is && !inked[x - 1]).length
  })
}

/** Runs in the page. @returns how many lines there are */
function drawSamples(samples: readonly string[], apart: boolean, height: number): number {
  const sheet = document.createElement('div')
  sheet.id = 'samples'
  sheet.className = 'hb-slide'
  sheet.style.cssText = 'position:fixed;z-index:9999;inset:0;color:#000;background:#fff'
  for (const tag of ['h2', 'p'])
    for (const sample of samples) {
      const line = document.createElement(tag)
      line.style.cssText = `height:${height}px;margin:0;padding:0;font-size:48px;line-height:${height}px;white-space:nowrap`
      for (const text of apart ? sample : [sample]) {
        const part = document.createElement('span')
        if (apart) part.style.cssText = 'display:inline-block;margin-right:4px'
        part.textContent = text
        line.append(part)
      }
      sheet.append(line)
    }
  document.body.append(sheet)
  return sheet.childElementCount
}
