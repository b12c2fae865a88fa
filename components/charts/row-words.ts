import type { Point } from './edges.ts'
import type { Element, TextLook } from './elements.ts'
import type { RowsLayout, RowsRequest } from './rows.ts'
import type { ChartTheme } from './theme.ts'
import type { Tone } from './tones.ts'
import { LINE, lineAt, marked, textAt, valueAt } from './elements.ts'
import { gapOf } from './rows.ts'
import { textWidth } from './text-width.ts'
import { valueColor } from './tones.ts'

function nameLook(tone: Tone, size: number, theme: ChartTheme): Pick<TextLook, 'size' | 'color' | 'face'> {
  return {
    size,
    color: tone === 'context' ? theme.color.soft : theme.color.ink,
    face: tone === 'context' ? 'regular' : 'bold',
  }
}

function subLook(size: number, theme: ChartTheme): Pick<TextLook, 'size' | 'color'> {
  return { size, color: size > theme.size.chartSmall ? theme.color.ink : theme.color.soft }
}

function wordsBeside(
  layout: RowsLayout,
  { rows, mirrored, subSize: given }: RowsRequest,
  index: number,
  tone: Tone,
  theme: ChartTheme,
): Element[] {
  const subSize = given ?? theme.size.chartSmall
  const { nameSize, nameEdge: x, names } = layout
  const [lines = [], sub = '', y = 0] = [names[index], rows[index]?.sub, layout.rows[index]?.y]
  const height = lines.length * nameSize * LINE + (sub ? subSize * LINE : 0)
  const align = mirrored ? ('left' as const) : ('right' as const)
  const id = rows[index]!.id
  return [
    marked(
      'label',
      id,
      textAt([x, y - height / 2], lines, { ...nameLook(tone, nameSize, theme), align, vertical: 'top' }, theme),
    ),
    ...(sub
      ? [
          marked(
            'value',
            id,
            textAt([x, y + height / 2], sub, { ...subLook(subSize, theme), align, vertical: 'bottom' }, theme),
          ),
        ]
      : []),
  ]
}

function wordsAbove(
  layout: RowsLayout,
  { rows, labels, mirrored, subSize: given }: RowsRequest,
  index: number,
  tone: Tone,
  width: number,
  theme: ChartTheme,
): Element[] {
  const subSize = given ?? theme.size.chartSmall
  const { names, nameSize, labelSize, subsInline, thickness } = layout
  const { chartLabel } = theme.size
  const [lines = [], sub = '', { y }] = [names[index], rows[index]?.sub, layout.rows[index]!]
  const align = mirrored ? ('right' as const) : ('left' as const)
  const at = (offset: number, height: number): Point => [mirrored ? width - offset : offset, height]
  const gap = gapOf(theme)
  const bottom = y - thickness / 2 - chartLabel / 4
  const nameEnd =
    bottom - (layout.labels === 'below' ? labelSize * LINE : 0) - (sub && !subsInline ? subSize * LINE : 0)
  const nameWidth = textWidth(lines.at(-1) ?? '', nameSize)
  const look = { ...subLook(subSize, theme), align, vertical: 'bottom' as const }
  const id = rows[index]!.id
  const elements = [
    marked(
      'label',
      id,
      textAt(at(0, nameEnd), lines, { ...nameLook(tone, nameSize, theme), align, vertical: 'bottom' }, theme),
    ),
  ]
  if (sub)
    elements.push(
      marked(
        'value',
        id,
        textAt(subsInline ? at(nameWidth + gap, nameEnd) : at(0, nameEnd + subSize * LINE), sub, look, theme),
      ),
    )
  const label = labels?.[index]
  if (label && layout.labels !== 'end') {
    const x = layout.labels === 'below' ? 0 : nameWidth + gap + (sub ? textWidth(sub, subSize) + gap : 0)
    elements.push(
      marked(
        'value',
        id,
        valueAt(
          at(x, bottom + labelSize * 0.04),
          label,
          { size: labelSize, color: valueColor(tone, theme), align, vertical: 'bottom' },
          theme,
        ),
      ),
    )
  }
  return elements
}

/**
 * The words of row `index` beside its bar or above it: its name, what is said of it, and its number where that stands
 * with them.
 */
export function rowWords(
  layout: RowsLayout,
  request: RowsRequest,
  index: number,
  tone: Tone,
  width: number,
  theme: ChartTheme,
): Element[] {
  return layout.beside
    ? wordsBeside(layout, request, index, tone, theme)
    : wordsAbove(layout, request, index, tone, width, theme)
}

/** The line on which all bars start. */
export function axisElements({ axes }: RowsLayout, x: number, theme: ChartTheme): Element[] {
  return axes.map(([top, bottom]) => marked('zero', '', lineAt([x, top], [x, bottom], theme.color.ink)))
}

/** The note below the rows. */
export function noteElements(
  { note, noteLines }: Pick<RowsLayout, 'note' | 'noteLines'>,
  theme: ChartTheme,
): Element[] {
  return noteLines.length
    ? [
        marked(
          'scale',
          '',
          textAt(note, noteLines, { size: theme.size.chartSmall, color: theme.color.soft, vertical: 'top' }, theme),
        ),
      ]
    : []
}
