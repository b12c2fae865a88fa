/**
 * The design tokens that charts and style sheets share. Sizes are CSS px on a canvas 1280 px wide.
 */
export const tokens = {
  color: {
    paper: '#fcfaf6',
    ink: '#1d1f23',
    soft: '#5c6068',
    line: '#d9d5cc',
    context: '#8f949c',
    pale: '#dcdad4',
    highlight: '#a61c23',
    compare: '#12436d',
    ornament: '#c9a063',
  },
  font: { sans: '"Noto Sans SC"', serif: '"Noto Serif SC"' },
  size: { chartLabel: 24, chartValue: 30, chartSmall: 20 },
} as const
