import type { DraftSlide } from './slide.ts'

/** Slides as `slides.md` has them. */
export function slidesMarkdown(slides: readonly DraftSlide[]): string {
  return `${slides.map(slideMarkdown).join('\n\n')}\n`
}

function slideMarkdown({ head, title, line, body, side, note }: DraftSlide): string {
  const fields = Object.entries(head).flatMap(([name, value]) => (value === undefined ? [] : fieldLines(name, value)))
  const blocks = [title, line, ...body, ...(side ? ['::side::', ...side] : []), `<!--\n${note}\n-->`]
  return [['---', ...fields, '---'].join('\n'), ...blocks.filter(block => block !== undefined)].join('\n\n')
}

function fieldLines(name: string, value: string | number | readonly string[]): string[] {
  if (typeof value === 'object') return [`${name}:`, ...value.map(each => `  - ${scalar(each)}`)]
  return [`${name}: ${scalar(value)}`]
}

/** What YAML reads as that text: in quotes where it would read something else. */
function scalar(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const plain = /^[\p{Script=Han}A-Za-z“《（][^:#'"&*!|>%@`[\]{},\n]*$/u.test(value) && value.trim() === value
  return plain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value) ? value : JSON.stringify(value)
}
