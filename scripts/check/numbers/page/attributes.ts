/** Attributes that are announced or shown, wherever they stand. */
const SPOKEN = [
  'alt',
  'title',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'aria-placeholder',
  'aria-braillelabel',
  'placeholder',
  'summary',
  'label',
  'abbr',
] as const
/** Attributes that name other elements whose text is announced. */
const REFERRING = ['aria-labelledby', 'aria-describedby', 'aria-details', 'aria-errormessage'] as const

/** Whether the text of an element is met at another that names it. */
export function isReferred({ id }: Element): boolean {
  return id !== '' && document.querySelector(REFERRING.map(name => `[${name}~="${CSS.escape(id)}"]`).join()) !== null
}

/** Texts of an element that are no children of it, by what they stand in. */
export function attributeTexts(element: Element): { name: string; text: string }[] {
  const found = SPOKEN.flatMap(name => ({ name, text: element.getAttribute(name) ?? '' }))
  const referred = REFERRING.flatMap(name =>
    (element.getAttribute(name) ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .flatMap(id => {
        const target = document.getElementById(id)
        // What is displayed is met where it stands.
        return target && !target.checkVisibility() ? [{ name, text: target.textContent ?? '' }] : []
      }),
  )
  const value =
    element instanceof HTMLInputElement && element.type !== 'hidden'
      ? element.value
      : element instanceof HTMLTextAreaElement
        ? element.value
        : ''
  const measured =
    element instanceof HTMLMeterElement ||
    element instanceof HTMLProgressElement ||
    element.hasAttribute('aria-valuenow')
      ? (element.getAttribute('aria-valuenow') ?? element.getAttribute('value') ?? '')
      : ''
  return [...found, ...referred, { name: 'value', text: value }, { name: 'value', text: measured }].filter(
    ({ text }) => text.trim() !== '',
  )
}
