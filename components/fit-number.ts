import {
  inject,
  type InjectionKey,
  onBeforeUnmount,
  onMounted,
  provide,
  type Ref,
  shallowReactive,
  type ShallowReactive,
  watch,
  watchEffect,
} from 'vue'

/** Sizes that a number too wide for its place steps down to, as shares of its own. */
const STEPS = [1, 0.85, 0.72, 0.61, 0.52, 0.44, 0.37]

/** Below that share the number in the appendix, where it has one, goes below a number and not beside it. */
const LEAST_BESIDE = 0.61
const BELOW = 'hb-number-reference-below'

type Group = ShallowReactive<Map<symbol, number>>

const GROUP: InjectionKey<Group> = Symbol('numbers of one size')

/** Called by a group of numbers: the one that has to be smallest gives all of them its step. */
export function collectNumbers(): void {
  provide(GROUP, shallowReactive(new Map()))
}

/** Sets an element in a share of the size that its style sheet gives it. */
function setStep({ style }: HTMLElement, largest: number, step: number): void {
  style.fontSize = step === 1 ? '' : `${Math.floor(largest * step)}px`
}

/**
 * Keeps a number on its line within its place: one that is too wide steps down in size, and with it the others of its
 * group.
 */
export function useFittingNumber(number: Readonly<Ref<HTMLElement | null>>): void {
  const group = inject(GROUP, () => shallowReactive(new Map()), true)
  const key = Symbol('number')

  const measure = (): void => {
    const element = number.value
    // What is not laid out has no width.
    if (!element || element.clientWidth === 0) return
    const fits = (step: number): boolean => {
      setStep(element, largest, step)
      return element.scrollWidth <= element.clientWidth
    }
    element.style.fontSize = ''
    element.classList.remove(BELOW)
    const largest = Number.parseFloat(getComputedStyle(element).fontSize)
    const find = (): number => STEPS.find(fits) ?? STEPS.at(-1)!
    const beside = find()
    element.classList.toggle(BELOW, beside < LEAST_BESIDE)
    group.set(key, beside < LEAST_BESIDE ? find() : beside)
    setStep(element, largest, Math.min(...group.values()))
  }
  const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(measure)
  // What is loaded later takes room on the line, too.
  const joined = typeof MutationObserver === 'undefined' ? null : new MutationObserver(measure)
  const observe = (element: HTMLElement): void => {
    observer?.observe(element)
    joined?.observe(element, { childList: true })
  }

  watch(number, element => {
    observer?.disconnect()
    joined?.disconnect()
    if (element) observe(element)
  })
  watchEffect(
    () => {
      const step = Math.min(1, ...group.values())
      const element = number.value
      if (!element) return
      element.style.fontSize = ''
      setStep(element, Number.parseFloat(getComputedStyle(element).fontSize), step)
    },
    { flush: 'post' },
  )
  onMounted(() => {
    if (number.value) observe(number.value)
    // Numbers are wider or narrower in the face that they are meant for.
    document.fonts.addEventListener('loadingdone', measure)
  })
  onBeforeUnmount(() => {
    observer?.disconnect()
    joined?.disconnect()
    document.fonts.removeEventListener('loadingdone', measure)
    group.delete(key)
  })
}
