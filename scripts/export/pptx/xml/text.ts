import type { Bullet, Paragraph, TextRun } from '../model.ts'
import { element, text, type Xml } from './element.ts'
import { color, fill } from './fill.ts'
import { emu, hundredths, type Look } from './look.ts'

/** Gives what a link leads to an id in the slide's relationships; undefined for a slide that is not in the file. */
export type Links = (link: NonNullable<TextRun['link']>) => string | undefined

const ALIGN = { left: 'l', center: 'ctr', right: 'r' } as const

/** Leaves the colours of a link's text as they are; see [MS-ODRAWXML] 2.38. */
const OWN_COLOR = element(
  'a:extLst',
  {},
  element(
    'a:ext',
    { uri: '{A12FA001-AC4F-418D-AE19-62706E023703}' },
    element('ahyp:hlinkClr', {
      'xmlns:ahyp': 'http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor',
      val: 'tx',
    }),
  ),
)

/** What a run looks like. @param name `a:rPr`, or `a:endParaRPr` for what is typed behind it */
function runLook(look: Look, run: TextRun, links: Links, name: 'a:rPr' | 'a:endParaRPr' = 'a:rPr'): Xml {
  const { face, size, bold, underline, spacing, color: ink, link } = run
  const theme = face === 'heading' ? '+mj' : '+mn'
  const target = link && name === 'a:rPr' ? links(link) : undefined
  return element(
    name,
    {
      lang: look.lang,
      altLang: 'en-US',
      sz: Math.max(100, hundredths(look, size)),
      b: bold,
      u: underline ? 'sng' : undefined,
      spc: spacing === 0 ? undefined : hundredths(look, spacing),
      dirty: false,
    },
    fill(look, ink),
    element('a:latin', { typeface: `${theme}-lt` }),
    element('a:ea', { typeface: `${theme}-ea` }),
    element('a:cs', { typeface: `${theme}-lt` }),
    target === undefined ? undefined : hyperlink(target, link!),
  )
}

function hyperlink(id: string, link: NonNullable<TextRun['link']>): Xml {
  const action = 'slide' in link ? 'ppaction://hlinksldjump' : undefined
  return element('a:hlinkClick', { 'r:id': id, action }, OWN_COLOR)
}

/** A run of text. @param field what keeps it up to date by itself */
function runXml(look: Look, run: TextRun, links: Links, field: Field | undefined): Xml {
  const content = [runLook(look, run, links), element('a:t', {}, text(run.text))]
  return field ? element('a:fld', { id: field.id, type: field.type }, content) : element('a:r', {}, content)
}

/** A text that the office program writes itself, such as the number of the slide. */
export interface Field {
  /** A GUID in braces. */
  id: string
  type: string
}

/** Paragraphs of a text. There is one in every text, also in one that says nothing. */
export function paragraphs(look: Look, all: readonly Paragraph[], links: Links, field?: Field): Xml[] {
  if (all.length === 0) return [element('a:p', {}, element('a:endParaRPr', { lang: look.lang, altLang: 'en-US' }))]
  return all.map(paragraph => {
    const { lines } = paragraph
    const last = lines.at(-1)?.at(-1)
    return element(
      'a:p',
      {},
      paragraphLook(look, paragraph, field),
      lines.flatMap((line, index) => [
        ...(index > 0 ? [element('a:br', {}, runLook(look, lines[index - 1]!.at(-1)!, links))] : []),
        ...line.filter(run => run.text !== '').map(run => runXml(look, run, links, field)),
      ]),
      last && runLook(look, { ...last, spacing: 0, underline: false }, links, 'a:endParaRPr'),
    )
  })
}

/** Paragraphs that look as their placeholder says. @param points size of their text, where it is another */
export function plainParagraphs(
  { lang }: Pick<Look, 'lang'>,
  all: readonly Paragraph[],
  points: number | undefined,
  field?: Field,
): Xml[] {
  const look = element('a:rPr', { lang, altLang: 'en-US', sz: points === undefined ? undefined : points * 100 })
  const lines = all.flatMap(({ lines }) => lines.map(runs => runs.map(({ text }) => text).join('')))
  const runs = lines.flatMap((line, index) => {
    const content = [look, element('a:t', {}, text(line))]
    const run = field ? element('a:fld', { id: field.id, type: field.type }, content) : element('a:r', {}, content)
    return index > 0 ? [element('a:br', {}, look), run] : [run]
  })
  return [element('a:p', {}, runs)]
}

function paragraphLook(look: Look, { align, indent, pitch, before, bullet }: Paragraph, field?: Field): Xml {
  // LibreOffice takes what a set pitch cuts off twice where the text is its own.
  const height = field ? element('a:spcPct', { val: 100_000 }) : element('a:spcPts', { val: hundredths(look, pitch) })
  return element(
    'a:pPr',
    {
      marL: Math.max(0, emu(look, indent)),
      indent: bullet ? -emu(look, Math.min(bullet.hanging, indent)) : 0,
      lvl: bullet && bullet.level > 0 ? Math.min(8, bullet.level) : undefined,
      algn: ALIGN[align],
    },
    element('a:lnSpc', {}, height),
    element('a:spcBef', {}, element('a:spcPts', { val: hundredths(look, before) })),
    element('a:spcAft', {}, element('a:spcPts', { val: 0 })),
    bullet ? bulletLook(look, bullet) : [element('a:buNone')],
  )
}

function bulletLook(look: Look, { marker, color: ink }: Bullet): Xml[] {
  return [
    element('a:buClr', {}, color(look, ink)),
    element('a:buFont', { typeface: typeof marker === 'number' ? '+mj-lt' : 'Arial' }),
    typeof marker === 'number'
      ? element('a:buAutoNum', { type: 'arabicPeriod', startAt: marker })
      : element('a:buChar', { char: marker }),
  ]
}

/** How a text stands in its shape: at its very edges, and broken nowhere by itself. */
export function bodyLook(attributes: Readonly<Record<string, string>> = {}): Xml {
  return element(
    'a:bodyPr',
    { vert: 'horz', wrap: 'none', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: false, anchor: 't', ...attributes },
    element('a:noAutofit'),
  )
}
