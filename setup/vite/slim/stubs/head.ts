import type { MaybeRef, Plugin } from 'vue'
import { onScopeDispose, shallowReactive, unref, watchEffect } from 'vue'

/** What Slidev's pages say of the document. */
interface Head {
  title?: MaybeRef<string>
  htmlAttrs?: Record<string, string>
}

const KNOWN = new Set(['title', 'htmlAttrs'])

/** Those said last count first; what stands in the file itself is the last resort. */
const heads = shallowReactive<Head[]>([])

/**
 * The part of Unhead's `useHead` that Slidev's pages use: title and attributes of the root, as long as the page is
 * shown.
 */
export function useHead(head: Head): void {
  const unknown = Object.keys(head).filter(key => !KNOWN.has(key))
  if (unknown.length)
    throw new Error(`useHead 只能写 title 和 htmlAttrs，不能写 ${unknown.join('、')}：见 setup/vite/slim/stubs/head.ts`)
  heads.push(head)
  onScopeDispose(() => heads.splice(heads.indexOf(head), 1))
}

export function createHead(): Plugin {
  return {
    install() {
      watchEffect(() => {
        const title = heads.findLast(({ title }) => title !== undefined)?.title
        if (title !== undefined) document.title = unref(title)
        for (const [name, value] of heads.flatMap(({ htmlAttrs = {} }) => Object.entries(htmlAttrs)))
          document.documentElement.setAttribute(name, value)
      })
    },
  }
}
