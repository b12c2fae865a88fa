import { marginsOf } from '../paper/margins.ts'
import { slidesOf, type ExportForm, type FormJob, type Written } from './form.ts'

const nameOf = (fileName: string): string => `${fileName}-a4.pdf`

/** The deck on A4 paper: its slides with what is said on them or lines to write on, or the page to read. */
export const handout: ExportForm = {
  name: 'handout',
  about: `“文稿名-a4.pdf”：一张 A4 纸上印几页幻灯片，旁边是讲稿，或者写字的横线（--lines）；
总是浅色，每页只印点击完之后的画面，不受 --skin、--clicks 影响`,
  draws: ({ handout: { flow } }) => (flow ? 'reading' : undefined),
  makes: (file, { fileName }) => file === nameOf(fileName),
  async write(job) {
    const { flow } = job.args.handout
    const { bytes, pages, problems } = await (flow ? printFlowing(job) : printSlides(job))
    const file = nameOf(job.deck.fileName)
    job.stage.write(file, bytes)
    return { files: [file], count: pages, problems }
  },
  summary: (file, count) => `${file}（${count} 页）`,
}

interface Printed extends Pick<Written, 'problems'> {
  bytes: Uint8Array
  pages: number
}

async function printFlowing({ context, deck, drawings, facts }: FormJob): Promise<Printed> {
  const { printHandout } = await import('../handout.ts')
  context.log.info('正在印 A4 讲义……')
  return printHandout(drawings.reading!, deck, context.date(), facts)
}

async function printSlides({ args, context, deck, drawings, origin, facts }: FormJob): Promise<Printed> {
  const { finishHandout } = await import('../handout.ts')
  const { printSheets } = await import('../paper/sheets.ts')
  const { readDeckKnowledge } = await import('../pptx/deck-data.ts')
  const { perPage, lines } = args.handout
  context.log.info(lines ? '正在印 A4 讲义……' : '正在印 A4 讲义，带讲稿；发给听的人，可以加 --lines……')
  const { speech } = await readDeckKnowledge(context.root)
  const { print, layouts } = slidesOf(drawings)
  const last = layouts.filter(({ no }, index) => layouts[index + 1]?.no !== no)
  const { bytes, problems } = await printSheets(print.page.context(), {
    deck,
    origin,
    numbers: print.numbers,
    perPage,
    ruled: lines,
    speech,
    margins: marginsOf(deck, context.date()),
    written: last.flatMap(({ pieces }) => pieces),
    look: args.look,
    timeout: args.timeout,
  })
  const finished = await finishHandout(bytes, deck, context.date(), facts)
  return { ...finished, problems: [...problems, ...finished.problems] }
}
