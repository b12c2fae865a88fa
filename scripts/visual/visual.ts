import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseRange } from '../export/range.ts'
import type { Context } from '../lib/command.ts'
import { readDeck } from '../lib/deck.ts'
import { withProgress } from '../lib/progress.ts'
import { HuibaoError } from '../../model/errors.ts'
import type { VisualArgs } from './args.ts'
import { acceptPictures, leavePictures, readBaselines } from './baselines.ts'
import { comparePictures, type Difference } from './compare.ts'
import { planShots } from './plan.ts'
import { openStudio, packPicture, WIDTH, type Shot } from './studio.ts'

/** A slide that does not look as its baseline does. */
export interface Change extends Omit<Shot, 'png'>, Omit<Difference, 'picture' | 'box'> {
  /** The box around all that differs, in CSS px of the slide; undefined where the sizes differ. */
  box?: Difference['box']
  /** The picture of what differs, relative to the root. */
  diff: string
}

/** What a comparison came to. */
export interface VisualReport {
  ok: boolean
  /** How many pictures were compared. */
  compared: number
  changed: Change[]
  /** Slides without a baseline. */
  missing: Omit<Shot, 'png'>[]
  /** Names of baselines that no slide has any more; looked for only where all slides are compared. */
  stale: string[]
  /** Names of the baselines that were written or removed. */
  accepted: string[]
  /** Major versions of Chromium: this one, and the one that drew the baselines. */
  chromium: { own: string; baselines: string | undefined }
}

/**
 * Compares how the deck's slides look with their baselines, or takes what they look like for new ones. Only baselines
 * that differ are replaced.
 * @param open opens the studio that the pictures are taken in
 * @throws HuibaoError where there is nothing to compare: a wrong range, no browser, slides with faults …
 */
export async function compareDeck(
  args: VisualArgs,
  context: Context,
  open: typeof openStudio = openStudio,
): Promise<VisualReport> {
  const { root, life } = context
  const deck = await readDeck(root)
  const groups = planShots(deck.layouts, parseRange(args.range, deck.total))
  const baselines = readBaselines(root)
  const studio = await open(deck, context)
  const chromium = { own: studio.chromium, baselines: baselines.chromium }
  if (args.accept && args.range !== undefined) rejectMixture(chromium)

  const total = groups.reduce((sum, { numbers }) => sum + numbers.length, 0)
  const shots = await withProgress(context, '正在画各页', total, async tick => {
    const taken: Shot[] = []
    for (const group of groups) {
      const some = await studio.shoot(group)
      some.forEach(tick)
      taken.push(...some)
    }
    return taken
  })

  const missing = shots.filter(({ name }) => !baselines.names.includes(name))
  const stale = args.range === undefined ? baselines.names.filter(name => !shots.some(shot => shot.name === name)) : []
  const changed: { shot: Shot; expected: Buffer; difference: Difference }[] = []
  for (const shot of shots.filter(each => !missing.includes(each))) {
    const expected = readFileSync(path.join(baselines.folder, shot.name))
    const difference = await comparePictures(expected, shot.png)
    if (difference) changed.push({ shot, expected, difference })
  }
  const report: VisualReport = {
    ok: true,
    compared: shots.length - missing.length,
    changed: [],
    missing: [],
    stale: [],
    accepted: [],
    chromium,
  }
  if (args.accept) {
    // Drawn by another Chromium, all of them are replaced: baselines are of one kind.
    const taken =
      chromium.own === chromium.baselines
        ? shots.filter(shot => missing.includes(shot) || changed.some(each => each.shot === shot))
        : shots
    const pictures = await Promise.all(taken.map(async ({ name, png }) => ({ name, png: await packPicture(png) })))
    const accepted = [...pictures.map(({ name }) => name), ...stale]
    if (accepted.length > 0) await acceptPictures(root, baselines, { pictures, stale, chromium: chromium.own }, life)
    await leavePictures(root, [], life)
    return { ...report, accepted }
  }
  const pictures = changed.flatMap(({ shot, expected, difference }) => [
    { name: pictureName(shot, 'expected'), png: expected },
    { name: pictureName(shot, 'actual'), png: shot.png },
    { name: pictureName(shot, 'diff'), png: difference.picture },
  ])
  const folder = await leavePictures(
    root,
    [...pictures, ...missing.map(shot => ({ name: pictureName(shot, 'actual'), png: shot.png }))],
    life,
  )
  return {
    ...report,
    ok: changed.length + missing.length + stale.length === 0,
    changed: changed.map(({ shot: { png: _, ...shot }, difference: { reason, share, box } }) => ({
      ...shot,
      reason,
      share,
      ...(box && { box: onCanvas(box, deck.canvas.width / WIDTH) }),
      diff: `${folder}/${pictureName(shot, 'diff')}`,
    })),
    missing: missing.map(({ png: _, ...shot }) => shot),
    stale,
  }
}

function onCanvas(
  { left, top, width, height }: NonNullable<Difference['box']>,
  scale: number,
): NonNullable<Difference['box']> {
  return {
    left: Math.round(left * scale),
    top: Math.round(top * scale),
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  }
}

function pictureName({ name }: Pick<Shot, 'name'>, kind: 'expected' | 'actual' | 'diff'): string {
  return name.replace(/\.png$/, `-${kind}.png`)
}

function rejectMixture({ own, baselines }: VisualReport['chromium']): void {
  if (baselines === undefined || own === baselines) return
  throw new HuibaoError(`基准图是 Chromium ${baselines} 画的，这里是 Chromium ${own}，不能只换其中几张`, {
    hint: '请不写 --range，全部接受。',
    exitCode: 2,
  })
}
