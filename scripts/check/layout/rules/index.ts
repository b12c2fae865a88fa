import type { Rule } from './rule.ts'
import { clipped } from './clipped.ts'
import { empty } from './empty.ts'
import { orphan } from './orphan.ts'
import { outside } from './outside.ts'
import { overlap } from './overlap.ts'
import { punctuation } from './punctuation.ts'
import { small } from './small.ts'
import { title } from './title.ts'
import { unseen } from './unseen.ts'
import { unit } from './unit.ts'

/** The rules on slides, in the order in which they are reported. */
export const slideRules: readonly Rule[] = [
  outside,
  overlap,
  small,
  title,
  clipped,
  unseen,
  empty,
  orphan,
  unit,
  punctuation,
]
