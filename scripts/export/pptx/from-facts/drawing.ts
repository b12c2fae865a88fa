import { union } from '../../../../components/rect.ts'
import type { DrawingFact, PictureFact, VectorFact } from '../facts.ts'
import type { GroupShape, Line, PictureShape, TextShape, VectorShape } from '../model.ts'
import { inkOf } from './ink.ts'
import { clipSteps } from './clip.ts'
import { boundsOf, geometryOf, stepsOf } from './path.ts'
import { textShapes } from './text.ts'

/** A drawing as shapes, all in one group that bears its alternative text. */
export function drawingShape({ alt, parts }: Pick<DrawingFact, 'alt' | 'parts'>): GroupShape | undefined {
  const shapes = parts.flatMap((part): (TextShape | VectorShape | PictureShape)[] => {
    if (part.kind === 'text') return textShapes([{ ...part, role: 'other' }])
    return part.kind === 'picture' ? [pictureShape(part)] : vectorShapes(part)
  })
  if (shapes.length === 0) return undefined
  return { kind: 'group', rect: shapes.map(({ rect }) => rect).reduce(union), alt, shapes }
}

function vectorShapes(vector: VectorFact): VectorShape[] {
  const whole = stepsOf(vector)
  const steps = vector.clip ? clipSteps(whole, vector.clip) : whole
  if (steps.length < 2) return []
  const bounds = boundsOf(steps)
  const geometry = geometryOf(steps, bounds)
  const flat = geometry.form === 'line'
  const { fill, stroke } = vector
  if (flat && !stroke) return []
  return [
    {
      kind: 'vector',
      rect: bounds,
      geometry,
      ...(fill && !flat && { fill: inkOf(fill) }),
      ...(stroke && { line: lineOf(stroke) }),
    },
  ]
}

function lineOf({ color, width, dash, cap, join }: NonNullable<VectorFact['stroke']>): Line {
  return {
    color: inkOf(color),
    width,
    dash,
    cap: cap === 'round' || cap === 'square' ? cap : 'flat',
    join: join === 'round' || join === 'bevel' ? join : 'miter',
  }
}

/** A picture, of which its frame may show a part. */
export function pictureShape({ rect, whole, source, alt }: PictureFact): PictureShape {
  const [width, height] = [whole.right - whole.left, whole.bottom - whole.top]
  const share = (length: number, of: number): number => Math.max(0, length / of)
  return {
    kind: 'picture',
    rect,
    source,
    crop: {
      left: share(rect.left - whole.left, width),
      top: share(rect.top - whole.top, height),
      right: share(whole.right - rect.right, width),
      bottom: share(whole.bottom - rect.bottom, height),
    },
    alt,
  }
}
