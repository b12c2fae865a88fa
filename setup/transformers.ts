import type { MarkdownTransformContext, TransformersSetupReturn } from '@slidev/types'
import { readContext } from '../model/slides/context.ts'
import { isFigureTag, isSignSaid } from '../model/slides/figure-text.ts'
import { markErrors } from '../model/slides/mark.ts'
import { scanTags } from '../model/slides/scan.ts'
import { checkedSlide, displayPath } from '../model/slides/slides.ts'
import { itemBreaks } from '../model/slides/item-breaks.ts'
import { titleBreaks } from '../model/slides/title-breaks.ts'

/** Puts a red box in the place of every component that names a figure, chapter, quote or photo which does not exist. */
function showWrongIds({ s, slide, options }: MarkdownTransformContext): void {
  const loaded = readContext(slide.source.frontmatter)?.loaded
  // A page edited in the browser is ahead of what was parsed; the file's change follows at once.
  if (!loaded || !('data' in loaded) || s.original !== slide.source.contentRaw) return
  const file = displayPath(slide.source.filepath, options.userRoot)
  for (const { start, end, text } of markErrors(checkedSlide(slide), file, loaded.data)) {
    if (end > start) s.overwrite(start, end, text)
    else s.prependLeft(start, text)
  }
}

/** Prints the sign word of a growth or reduction once: the words before it may say it. */
function saySignsOnce({ s, slide }: MarkdownTransformContext): void {
  const loaded = readContext(slide.source.frontmatter)?.loaded
  if (!loaded || !('data' in loaded)) return
  for (const tag of scanTags(s.original))
    if (isFigureTag(tag) && isSignSaid(tag, s.original.slice(0, tag.start), loaded.data))
      s.appendLeft(tag.start + tag.name.length + 1, ' as="plain"')
}

/** Lets titles and items of lists break between words. */
function breakBetweenWords({ s }: MarkdownTransformContext): void {
  for (const { at, text } of [...titleBreaks(s.original), ...itemBreaks(s.original)]) s.appendLeft(at, text)
}

export default (): Partial<TransformersSetupReturn> => ({ pre: [showWrongIds, saySignsOnce, breakBetweenWords] })
