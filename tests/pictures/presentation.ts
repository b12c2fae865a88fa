import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync } from 'fflate'
import { escapeHtml } from '../../model/escape-html.ts'
import { HuibaoError } from '../../model/errors.ts'
import { printCell } from '../../scripts/lib/cells/print-cell.ts'
import { readSheets } from '../../scripts/lib/facts/office/workbook.ts'
import { run } from '../../scripts/lib/run.ts'
import { skins } from '../../styles/tokens.ts'
import { dataUrl, drawPage, exportTo, type Studio } from './studio.ts'

/** A slide with a native chart. */
const SLIDE = 5
/** Px of the slide. */
const SHOWN = { width: 1120, height: 630 } as const
const GAP = 40

/**
 * A slide of the PPTX as LibreOffice draws it, with the workbook that is embedded in its chart.
 * @returns undefined where there is no LibreOffice
 */
export async function drawPresentation(studio: Studio): Promise<Buffer | undefined> {
  const { host, life } = studio.context
  const office = await run({ file: 'soffice', args: ['--version'] }, { host, life, timeout: 60_000 })
  if (office.code !== 0) return undefined
  const out = await exportTo(studio, ['pptx', '--range', String(SLIDE)])
  const pptx = path.join(
    out,
    (await readdir(out)).find(file => file.endsWith('.pptx'))!,
  )
  const slide = await drawSlide(studio, pptx)
  const height = SHOWN.height + 2 * GAP + 170
  return drawPage(studio, {
    height,
    css: `.slide { position: absolute; left: ${GAP}px; top: ${GAP}px }
.slide img { width: ${SHOWN.width}px }
.sheet { position: absolute; right: ${GAP}px; bottom: ${GAP}px; width: 1060px; background: #fff; font-size: 20px }
.sheet p { padding: 10px 20px; background: #1e7145; color: #fff; font-weight: 700 }
table { width: 100%; border-collapse: collapse }
td, th { padding: 7px 10px; border: 1px solid ${skins.red.color.line}; text-align: left; font-weight: 400 }
th { color: ${skins.red.color.soft}; background: #f5f5f5; text-align: center }
td:nth-child(-n + 4) { white-space: nowrap }
.number { text-align: right }`,
    body: `<div class="slide framed"><img src="${dataUrl(slide)}" alt=""></div>
<div class="sheet framed"><p>图表中的数据</p>${sheetOf(await readFile(pptx))}</div>`,
  })
}

async function drawSlide({ context: { host, life }, folder }: Studio, pptx: string): Promise<Buffer> {
  const out = path.dirname(pptx)
  const size = { PixelWidth: SHOWN.width, PixelHeight: SHOWN.height }
  const filter = Object.entries(size).map(([name, value]) => [name, { type: 'long', value: String(value) }])
  const profile = pathToFileURL(path.join(folder, 'office'))
  const png = `png:impress_png_Export:${JSON.stringify(Object.fromEntries(filter))}`
  const args = ['--headless', `-env:UserInstallation=${profile.href}`, '--convert-to', png, '--outdir', out, pptx]
  const { code, stdout, stderr } = await run({ file: 'soffice', args }, { host, life, timeout: 180_000 })
  if (code !== 0) throw new HuibaoError(`LibreOffice 没有画出 ${pptx}：${stderr || stdout}`)
  return readFile(pptx.replace(/pptx$/, 'png'))
}

/** The workbook of the only chart, as a spreadsheet program lays it out. */
function sheetOf(pptx: Uint8Array): string {
  const parts = Object.entries(unzipSync(pptx)).filter(([name]) => /^ppt\/embeddings\/.*\.xlsx$/.test(name))
  const [[name, bytes] = ['', new Uint8Array()]] = parts
  const [sheet] = readSheets(bytes, name)
  const rows = [...sheet!.rows].sort(([a], [b]) => a - b)
  const columns = Math.max(...rows.flatMap(([, cells]) => [...cells.keys()]))
  const range = Array.from({ length: columns + 1 }, (_, index) => index)
  const head = range.map(column => `<th>${String.fromCharCode(65 + column)}</th>`).join('')
  const body = rows.map(([row, cells]) => {
    const texts = range.map(column => {
      const cell = cells.get(column)
      const text = cell ? printCell(cell) : ''
      return `<td${/^-?[\d.]+$/.test(text) ? ' class="number"' : ''}>${escapeHtml(text)}</td>`
    })
    return `<tr><th>${row}</th>${texts.join('')}</tr>`
  })
  return `<table><tr><th></th>${head}</tr>${body.join('')}</table>`
}
