import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { reportExport } from '../../scripts/export/report.ts'
import { skins } from '../../styles/tokens.ts'
import { composeProject } from '../support/project.ts'
import { temporaryFolder, testContext } from './support/context.ts'

/** A page that only the night skin breaks. */
const NIGHT_FAULT = `
<span v-if="dark" class="hb-fault" data-huibao-error="夜里才有的错">错</span>

<script setup>
const dark = document.documentElement.dataset.skin === 'night'
</script>
`

let deck: string
beforeAll(async () => {
  deck = await composeProject('export-looks', 'other-district')
})

async function exported(...args: string[]) {
  const out = temporaryFolder()
  const report = await exportDeck(parseExportArgs([...args, '--scale', '1', '--out', out]), testContext(deck))
  return { out, report }
}

/** The colour of a pixel, as CSS writes it. */
async function pixel(file: string, left: number, top: number): Promise<string> {
  const bytes = await sharp(file).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer()
  return `#${bytes.toString('hex')}`
}

describe('a look asked for', () => {
  it('is that of every form', async () => {
    const { out, report } = await exported('--range', '3-4', '--skin', '夜', '--aspect', '4:3')
    expect(report).toMatchObject({ ok: true, problems: [] })
    const pdf = await PDFDocument.load(readFileSync(path.join(out, 'haiwan-2031.pdf')))
    expect(pdf.getPages().map(page => [page.getWidth(), page.getHeight()])).toEqual(Array(2).fill([960, 720]))
    for (const name of ['03.png', '04.png']) {
      const file = path.join(out, 'png', name)
      expect(await sharp(file).metadata()).toMatchObject({ width: 1280, height: 960 })
      expect(await pixel(file, 1270, 480)).toBe(skins.night.color.paper)
    }
  })

  it('is refused where the site does not heed it', async () => {
    const heedless = await composeProject('export-no-looks', 'other-district')
    const applying = path.join(heedless, 'styles/apply-tokens.ts')
    writeFileSync(applying, readFileSync(applying, 'utf8').replaceAll('location.search', '\'\''))
    const exporting = (...args: string[]) => exportDeck(parseExportArgs(['--out', temporaryFolder(), ...args]), testContext(heedless))
    await expect(exporting('--skin', '夜')).rejects.toThrow('网站没有按皮肤“夜”来画')
    await expect(exporting('--aspect', '4:3')).rejects.toThrow('网站没有按画面比例 4:3来画')
  })
})

describe('a contact sheet', () => {
  it('shows every slide of the range in every skin, beside the pages in one of them', async () => {
    const { out, report } = await exported('png', '--contact-sheet', '--range', '2-5')
    expect(report.problems).toEqual([])
    const sheet = path.join(out, 'haiwan-2031-contact-sheet.png')
    expect(report.files).toEqual([sheet, ...['02', '03', '04', '05'].map(no => path.join(out, 'png', `${no}.png`))])
    const { width, height } = await sharp(sheet).metadata()
    expect(width).toBe(48 + 480 + 8 + 480 + 48)
    expect(height).toBeGreaterThan(4 * 270)
    // The right edge of each thumbnail of a page of a message is paper, in its own skin.
    for (const [right, skin] of [[48 + 480, skins.red], [48 + 480 + 8 + 480, skins.night]] as const)
      expect(await pixel(sheet, right - 8, height! - 48 - 135)).toBe(skin.color.paper)
    const lines: string[] = []
    reportExport(report, { json: false }, { root: out, log: testContext(out).log, print: line => lines.push(line) })
    expect(lines.slice(0, 3)).toEqual(['haiwan-2031-contact-sheet.png（4 页的缩略图）', `png${path.sep}（4 张 PNG）`, '还没有照片的图片位：quay（第 2 页）'])
  })

  it('follows the aspect ratio, and shows each slide once whatever its clicks', async () => {
    const { out, report } = await exported('png', '--contact-sheet', '--range', '11', '--clicks', '--aspect', '4:3')
    expect([report.problems, readdirSync(path.join(out, 'png'))]).toEqual([[], ['11-00.png', '11-01.png']])
    const sizes = await Promise.all(['16:9', '4:3'].map(async (aspect) => {
      const sheet = aspect === '4:3' ? out : (await exported('png', '--contact-sheet', '--range', '11')).out
      return (await sharp(path.join(sheet, 'haiwan-2031-contact-sheet.png')).metadata()).height!
    }))
    expect(sizes[1]! - sizes[0]!).toBe(360 - 270)
  })

  it('is not written, nor anything else, where only another skin has a fault', async () => {
    const slides = path.join(deck, 'slides.md')
    const sound = readFileSync(slides, 'utf8')
    writeFileSync(slides, `${sound}\n---\n\n## 错页\n${NIGHT_FAULT}`)
    const { out, report } = await exported('png', '--contact-sheet', '--range', '13-14')
    writeFileSync(slides, sound)
    expect(report.problems).toEqual(['第 14 页《错页》：皮肤“夜”里，夜里才有的错'])
    expect(readdirSync(out)).toEqual([])
  })
})
