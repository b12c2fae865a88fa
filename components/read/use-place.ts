import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted, shallowRef } from 'vue'

/**
 * The slide that is being read, which the address then names (`/read#5`): a page loaded anew, or come back to, is where
 * it was.
 * @param sections the elements of the slides; `id` is the slide's number
 */
export function usePlace(sections: () => readonly HTMLElement[]): Readonly<Ref<number | undefined>> {
  const place = shallowRef<number>()
  // A line across the upper part of the screen, where the eye rests.
  const reading = new IntersectionObserver((entries) => {
    const entered = entries.findLast(({ isIntersecting }) => isIntersecting)
    if (!entered)
      return
    place.value = Number(entered.target.id)
    // The router's own state goes along; it asks the address itself when the reader comes back.
    history.replaceState(history.state, '', `${location.pathname}${location.search}#${entered.target.id}`)
  }, { rootMargin: '-35% 0px -65% 0px' })

  // Where the browser does not do it itself, what grows above the screen must not push the text away that is being read.
  const heights = new WeakMap<Element, number>()
  const growth = CSS.supports('overflow-anchor', 'auto')
    ? undefined
    : new ResizeObserver(entries => entries.forEach(({ target }) => {
        const { height, bottom } = target.getBoundingClientRect()
        const grown = height - (heights.get(target) ?? height)
        heights.set(target, height)
        if (grown && bottom - grown < 0)
          window.scrollBy(0, grown)
      }))

  onMounted(() => {
    const target = sections().find(({ id }) => `#${id}` === location.hash)
    target?.scrollIntoView()
    sections().forEach((section) => {
      reading.observe(section)
      growth?.observe(section)
    })
  })
  onBeforeUnmount(() => {
    reading.disconnect()
    growth?.disconnect()
  })
  return place
}
