import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted, shallowRef } from 'vue'

/** Where the eye rests, from the top of the screen: a share of its height. */
const EYE = 0.35

/**
 * The slide that is being read, which the address then names (`/read#5`): a page loaded anew, or come back to, is where
 * it was. What grows or shrinks above that slide, because it has only now been drawn, does not move it.
 * @param sections the elements of the slides; `id` is the slide's number
 */
export function usePlace(sections: () => readonly HTMLElement[]): Readonly<Ref<number | undefined>> {
  const place = shallowRef<number>()
  const reading = new IntersectionObserver((entries) => {
    const entered = entries.findLast(({ isIntersecting }) => isIntersecting)
    if (!entered)
      return
    place.value = Number(entered.target.id)
    // The router's own state goes along; it asks the address itself when the reader comes back.
    history.replaceState(history.state, '', `${location.pathname}${location.search}#${entered.target.id}`)
  }, { rootMargin: `-${100 * EYE}% 0px -${100 * (1 - EYE)}% 0px` })

  // Browsers that do this themselves hold on to an element, which is gone once its slide has been loaded: see read.css.
  const heights = new WeakMap<Element, number>()
  const growth = new ResizeObserver(entries => entries.forEach(({ target }) => {
    const { height, bottom } = target.getBoundingClientRect()
    const grown = height - (heights.get(target) ?? height)
    heights.set(target, height)
    if (grown && bottom - grown < EYE * window.innerHeight)
      window.scrollBy({ top: grown, behavior: 'instant' })
  }))

  onMounted(() => {
    sections().find(({ id }) => `#${id}` === location.hash)?.scrollIntoView()
    sections().forEach((section) => {
      heights.set(section, section.getBoundingClientRect().height)
      growth.observe(section)
      reading.observe(section)
    })
  })
  onBeforeUnmount(() => {
    reading.disconnect()
    growth.disconnect()
  })
  return place
}
