import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { HELD } from './held.ts'

/** Where the eye rests, from the top of the screen: a share of its height. */
const EYE = 0.35

/** The element that came into sight last of all and has stayed there; changes that came together are told in groups. */
export function lastEntered<T>(entries: readonly { target: T; isIntersecting: boolean }[]): T | undefined {
  const inSight = new Map(entries.map(({ target, isIntersecting }) => [target, isIntersecting]))
  return [...inSight].findLast(([, isIntersecting]) => isIntersecting)?.[0]
}

/**
 * The slide that is being read, which the address then names (`/read#5`): a page loaded anew, or come back to, is where
 * it was. What grows or shrinks above that slide, because it has only now been drawn, does not move it.
 * @param sections the elements of the slides; `id` is the slide's number
 */
export function usePlace(sections: () => readonly HTMLElement[]): Readonly<Ref<number | undefined>> {
  const place = shallowRef<number>()
  const router = useRouter()
  const reading = new IntersectionObserver(
    entries => {
      const entered = lastEntered(entries)
      if (!entered) return
      const { id } = entered
      place.value = Number(id)
      // The router keeps the address in its state, and writes it over the browser's when the reader goes elsewhere.
      const { path, query } = router.currentRoute.value
      const { fullPath, href } = router.resolve({ path, query, hash: `#${id}` })
      history.replaceState({ ...history.state, current: fullPath }, '', href)
    },
    { rootMargin: `-${100 * EYE}% 0px -${100 * (1 - EYE)}% 0px` },
  )

  // Browsers that do this themselves hold on to an element, which is gone once its slide has been loaded: see read.css.
  const heights = new WeakMap<Element, number>()
  const growth = new ResizeObserver(entries =>
    entries.forEach(({ target }) => {
      const { height, bottom } = target.getBoundingClientRect()
      const grown = height - (heights.get(target) ?? height)
      heights.set(target, height)
      if (document.documentElement.classList.contains(HELD)) return
      if (grown && bottom - grown < EYE * window.innerHeight) window.scrollBy({ top: grown, behavior: 'instant' })
    }),
  )

  const { scrollRestoration } = history
  onMounted(() => {
    // The browser remembers how far down it was, in a page whose slides were all drawn; the address says where.
    history.scrollRestoration = 'manual'
    sections()
      .find(({ id }) => `#${id}` === router.currentRoute.value.hash)
      ?.scrollIntoView()
    sections().forEach(section => {
      heights.set(section, section.getBoundingClientRect().height)
      growth.observe(section)
      reading.observe(section)
    })
  })
  onBeforeUnmount(() => {
    history.scrollRestoration = scrollRestoration
    reading.disconnect()
    growth.disconnect()
  })
  return place
}
