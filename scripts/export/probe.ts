/* Everything here runs in the page: no function may use anything from outside of itself. */

/** Text of the deck that is set in the same font. */
export interface FontGroup {
  /** CSS properties that choose the font. */
  style: Record<string, string>
  lang: string
  /** Each character (as seen by a reader) with the slides that show it. */
  characters: [character: string, slides: number[]][]
}

/** Collects the visible text of all slides, SVG text and generated content included, by the font it is set in. */
export function collectText(): FontGroup[] {
  const PROPERTIES = ['fontFamily', 'fontWeight', 'fontStyle', 'fontStretch', 'textTransform'] as const
  const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })
  const groups = new Map<
    string,
    { style: Record<string, string>; lang: string; characters: Map<string, Set<number>> }
  >()

  const add = (text: string, css: CSSStyleDeclaration, element: Element, slide: number): void => {
    const style = Object.fromEntries(PROPERTIES.map(property => [property, css[property]]))
    const lang = element.closest('[lang]')?.getAttribute('lang') ?? ''
    const key = JSON.stringify([style, lang])
    const group = groups.get(key) ?? { style, lang, characters: new Map<string, Set<number>>() }
    groups.set(key, group)
    for (const { segment } of segmenter.segment(text)) {
      if (/^[\s\p{Default_Ignorable_Code_Point}\p{Cc}]*$/u.test(segment)) continue
      const slides = group.characters.get(segment) ?? new Set<number>()
      group.characters.set(segment, slides.add(slide))
    }
  }

  const range = document.createRange()
  const visit = (element: Element, slide: number): void => {
    if (element.matches('script, style, template, title, desc') || !element.checkVisibility()) return
    const css = getComputedStyle(element)
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue
      range.selectNodeContents(node)
      if (range.getBoundingClientRect().width > 0) add(node.textContent, css, element, slide)
    }
    for (const pseudo of ['::before', '::after']) {
      const generated = getComputedStyle(element, pseudo)
      const content = /^"(.*)"$/s.exec(generated.content)?.[1]
      if (content && generated.display !== 'none') add(content.replace(/\\(.)/g, '$1'), generated, element, slide)
    }
    for (const child of element.children) visit(child, slide)
    for (const child of element.shadowRoot?.children ?? []) visit(child, slide)
  }
  for (const container of document.querySelectorAll('.print-slide-container:not([data-huibao-measured])'))
    visit(container, Number.parseInt(container.id))
  return [...groups.values()].map(({ style, lang, characters }) => ({
    style,
    lang,
    characters: [...characters].map(([character, slides]) => [character, [...slides]]),
  }))
}

/** Sets the characters of every group once more, out of sight: one element a group, one within it a character. */
export async function addProbes(groups: FontGroup[]): Promise<void> {
  const probes = document.createElement('div')
  probes.id = 'huibao-probes'
  probes.style.cssText = 'position: fixed; left: -20000px; top: 0; width: 1000px; visibility: hidden'
  for (const { style, lang, characters } of groups) {
    const group = document.createElement('div')
    Object.assign(group.style, style)
    group.lang = lang
    for (const [character] of characters) {
      const probe = document.createElement('span')
      probe.style.display = 'inline-block'
      probe.textContent = character
      group.append(probe)
    }
    probes.append(group)
  }
  document.body.append(probes)
  await document.fonts.ready
}

export function removeProbes(): void {
  document.querySelector('#huibao-probes')?.remove()
}

/**
 * Finds the characters that no font has: they are drawn as the empty box of the first font, which nothing but its look
 * tells from a glyph. Characters that cannot exist serve for comparison.
 * @returns for each group the indexes of its characters that are drawn as that box
 */
export function findBoxes(groups: FontGroup[]): number[][] {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 48
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.textBaseline = 'middle'
  const draw = (text: string): string => {
    context.clearRect(0, 0, 48, 48)
    context.fillText(text, 8, 24)
    const pixels = context.getImageData(0, 0, 48, 48).data
    let hash = 0
    for (let index = 3; index < pixels.length; index += 4) hash = (hash * 31 + pixels[index]!) | 0
    return `${hash}/${context.measureText(text).width}`
  }
  return groups.map(({ style, characters }) => {
    context.font = `${style.fontStyle} ${style.fontWeight} 32px ${style.fontFamily}`
    const boxes = new Set(['\u{10FFFD}', '\u{0378}'].map(draw))
    return characters.flatMap(([character], index) => (boxes.has(draw(character)) ? [index] : []))
  })
}
