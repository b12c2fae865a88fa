import type { ReadingFacts, LayoutSnapshot, WideElement } from '../facts.ts'
import { BoxTree } from './boxes.ts'
import { measure } from './collect.ts'
import { describeElement, isShown } from '../../page/elements.ts'

const ROOT = '.hb-reading'
const SLIDE = '[data-slidev-no]'

/** Measures the reading page as the window shows it. */
export function collectReading(): ReadingFacts {
  const root = document.querySelector<HTMLElement>(ROOT)!
  return {
    scrollWidth: document.documentElement.scrollWidth,
    snapshots: [snapshot(root, SLIDE), ...[...root.querySelectorAll<HTMLElement>(SLIDE)].map(slide => snapshot(slide))],
    wide: wideElements(root),
  }
}

function snapshot(root: HTMLElement, skip?: string): LayoutSnapshot {
  const { top, height } = root.getBoundingClientRect()
  const { sources: _, ...rest } = measure(root, new BoxTree(root, { left: 0, top }), skip)
  return {
    no: numberOf(root),
    clicks: 0,
    ...rest,
    // A page that scrolls is looked at by its reader; what is printed, by nobody any more.
    doubtful: [],
    width: window.innerWidth,
    height,
  }
}

function wideElements(root: Element): WideElement[] {
  const reaches = (element: Element): boolean => element.getBoundingClientRect().right > window.innerWidth + 1
  return [...root.querySelectorAll('*:not(svg *)')]
    .filter(element => reaches(element) && isShown(element) && ![...element.children].some(reaches))
    .map(element => ({
      no: numberOf(element),
      element: describeElement(element),
      right: element.getBoundingClientRect().right,
    }))
}

function numberOf(element: Element): number {
  return Number(element.closest<HTMLElement>(SLIDE)?.dataset.slidevNo ?? 0)
}
