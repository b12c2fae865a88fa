/**
 * What is wrong with how the shown slide is laid out: what runs below the room of its content or beside the slide,
 * charts that have failed or are empty, and numbers of a scoreboard without air between them. Runs in the page, and
 * uses nothing from outside of itself.
 */
export function findRunovers(): string[] {
  const slide = [...document.querySelectorAll('#slideshow [data-slidev-no]')].find(
    each => each.getClientRects().length > 0,
  )!
  const scale = slide.getBoundingClientRect().width / slide.clientWidth
  const texts = (root: Element): Element[] =>
    [...root.querySelectorAll('*')].filter(
      element =>
        element.getClientRects().length > 0 &&
        [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()),
    )
  const say = (element: Element, what: string): string => `${element.textContent!.trim().slice(0, 20)} ${what}`
  const found: string[] = []
  const page = slide.getBoundingClientRect()
  for (const element of texts(slide)) {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    if (left < page.left - 2 || right > page.right + 2 || top < page.top - 2 || bottom > page.bottom + 2)
      found.push(say(element, 'leaves the slide'))
  }
  const room = slide.querySelector('.hb-content')
  for (const element of room && !slide.querySelector('.hb-chapter, .hb-cover, .hb-end') ? texts(room) : []) {
    const over = element.getBoundingClientRect().bottom - room!.getBoundingClientRect().bottom
    if (over > 2 * scale) found.push(say(element, `runs ${Math.round(over)} px below its room`))
  }
  for (const chart of slide.querySelectorAll('.hb-chart')) {
    if (chart.querySelector('[data-huibao-error]')) found.push(say(chart, 'is a chart that has failed'))
    else if (chart.querySelectorAll('svg path').length < 2) found.push(say(chart, 'is an empty chart'))
  }
  for (const board of slide.querySelectorAll('.hb-scoreboard section')) {
    const boxes = [...board.children].map(each => each.getBoundingClientRect())
    boxes.forEach((box, index) => {
      const before = boxes[index - 1]
      if (before && box.top - before.bottom < 4 * scale) found.push(say(board.children[index]!, 'has no air above it'))
    })
  }
  return found
}
