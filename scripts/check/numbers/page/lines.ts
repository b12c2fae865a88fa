/** ECharts writes each line of a text as a text; what they have in common is where they stand. */
function continuesText(line: Element): boolean {
  const before = previousText(line)
  return (
    before !== null &&
    (['data-mark', 'data-figure', 'transform', 'text-anchor'] as const).every(
      name => before.getAttribute(name) === line.getAttribute(name),
    )
  )
}

function previousText(line: Element): Element | null {
  let before = line.previousElementSibling
  // The box of the line stands between them.
  while (
    before?.matches('path[data-mark], rect[data-mark]') &&
    before.getAttribute('data-mark') === line.getAttribute('data-mark')
  )
    before = before.previousElementSibling
  return before?.matches('text') ? before : null
}

/** The first line of the text that a line is of. */
export function firstLine(line: Element): Element {
  return continuesText(line) ? firstLine(previousText(line)!) : line
}

/** All lines of the text that begins with this one. */
export function linesFrom(first: Element): Element[] {
  const lines = [first]
  for (let next = first.nextElementSibling; next; next = next.nextElementSibling) {
    if (!next.matches('text')) continue
    if (previousText(next) !== lines.at(-1) || !continuesText(next)) break
    lines.push(next)
  }
  return lines
}
