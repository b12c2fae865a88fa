import { describe, expect, it } from 'vitest'
import { formatDate } from '../../scripts/export/paper/margins.ts'
import { PAPER, PER_PAGE, planSheet } from '../../scripts/export/paper/plan.ts'
import { paperStyle } from '../../scripts/export/paper/style.ts'

const room = { width: PAPER.width - 2 * PAPER.side, height: PAPER.height - PAPER.top - PAPER.bottom }
const shapes = { wide: { width: 1280, height: 720 }, narrow: { width: 1280, height: 960 } }

describe('a sheet of slides', () => {
  it.each(PER_PAGE.flatMap(perPage => (['wide', 'narrow'] as const).map(shape => [perPage, shape] as const)))(
    'has room for %i of them (%s), with lines to write on, and keeps their shape',
    (perPage, shape) => {
      const { columns, beside, rowHeight, cellWidth, width, height, gap, lines, line } = planSheet(
        perPage,
        shapes[shape],
      )
      expect(width / height).toBeCloseTo(shapes[shape].width / shapes[shape].height)
      expect((perPage / columns) * rowHeight).toBeLessThanOrEqual(room.height)
      expect(columns * cellWidth + (columns - 1) * gap).toBeLessThanOrEqual(room.width)
      expect(width).toBeLessThanOrEqual(cellWidth - (beside ? 3 * gap : 0))
      expect(lines).toBeGreaterThanOrEqual(3)
      expect(lines * line + (beside ? 0 : height)).toBeLessThanOrEqual(rowHeight)
    },
  )
})

describe('a header', () => {
  it('says what the deck says, whatever characters that has', () => {
    const style = paperStyle('甲', { title: '"}</style>\\', meeting: '会', date: '今日' }, 'counter(page)')
    expect(style).toContain('content: "\\22 }\\3c /style>\\5c "')
    expect(style).toContain('"会"')
  })

  it('names no meeting where the deck names none', () => {
    expect(paperStyle('甲', { title: '题', meeting: undefined, date: '' }, '""')).not.toContain('top-right')
  })

  it('has the day of where the deck is presented', () => {
    expect(formatDate(new Date('2031-02-03T20:00:00Z'), 'zh-CN')).toBe('2031年2月4日')
  })
})
