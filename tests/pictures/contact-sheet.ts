import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { SlideInfo } from '@slidev/types'
import { loadSlides } from '../../model/slides/load.ts'
import { dataUrl, drawPage, exportTo, WIDTH, type Studio } from './studio.ts'

const COLUMNS = 4
const GAP = 20

/** The first slide of each look: layout and component. @returns numbers from 1 */
export function differentSlides(slides: readonly Pick<SlideInfo, 'frontmatter' | 'content'>[]): number[] {
  const looks = slides.map(({ frontmatter, content }) => {
    const [, component = ''] = /^<([A-Z]\w*)/m.exec(content) ?? []
    return `${String(frontmatter.layout)} ${component}`
  })
  return looks.flatMap((look, index) => (looks.indexOf(look) === index ? [index + 1] : []))
}

/** Slides of every look, the upper half in the light skin, the lower in the dark one. */
export async function drawContactSheet(studio: Studio): Promise<Buffer> {
  const { slides } = await loadSlides(studio.context.root)
  const all = differentSlides(slides)
  const numbers = all.slice(0, all.length - (all.length % COLUMNS))
  const rows = numbers.length / COLUMNS
  const light = Math.ceil(rows / 2) * COLUMNS
  const pictures = [
    ...(await shoot(studio, numbers.slice(0, light), '红')),
    ...(await shoot(studio, numbers.slice(light), '夜')),
  ]
  const width = (WIDTH - (COLUMNS + 1) * GAP) / COLUMNS
  return drawPage(studio, {
    height: Math.round((rows * width * 9) / 16 + (rows + 1) * GAP),
    css: `body { display: grid; grid-template-columns: repeat(${COLUMNS}, 1fr); gap: ${GAP}px; padding: ${GAP}px }
img { width: 100%; border-radius: 6px }`,
    body: pictures.map(picture => `<img src="${dataUrl(picture)}" alt="">`).join(''),
  })
}

async function shoot(studio: Studio, numbers: readonly number[], skin: string): Promise<Buffer[]> {
  const out = await exportTo(studio, ['png', '--scale', '1', '--skin', skin, '--range', numbers.join(',')])
  const files = (await readdir(path.join(out, 'png'))).sort()
  return Promise.all(files.map(file => readFile(path.join(out, 'png', file))))
}
