import { tokens } from './tokens.ts'

/** Hands the tokens to the style sheets as custom properties: `--hb-ink`, `--hb-sans`, … */
const { style } = document.documentElement
for (const [name, value] of Object.entries({ ...tokens.color, ...tokens.font }))
  style.setProperty(`--hb-${name}`, value)
