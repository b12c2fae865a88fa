import type { ResolvedSlidevOptions } from '@slidev/types'
import type { DeckData } from '../../../model/slides/context.ts'
import type { PhotoName } from './list.ts'
import type { PhotoRead } from './read.ts'
import type { PhotoSurvey } from './survey.ts'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { unlessMissing } from '../../../model/errors.ts'
import { surveyPhotos } from './survey.ts'

/** The folder of a deck's photos, which need not be there. */
export function photoFolder(userRoot: string): string {
  return resolve(userRoot, 'public', 'photos')
}

/** Surveys the photos of a deck as its slides are now. */
export async function surveyFolder(
  { userRoot, data: { slides, config } }: Pick<ResolvedSlidevOptions, 'userRoot' | 'data'>,
  data: DeckData,
  read: (path: string, name: PhotoName) => Promise<PhotoRead>,
): Promise<PhotoSurvey> {
  const folder = photoFolder(userRoot)
  return surveyPhotos({
    names: await unlessMissing(readdir(folder), []),
    read: name => read(join(folder, name.file), name),
    slides,
    data,
    canvas: { width: config.canvasWidth, height: Math.round(config.canvasWidth / config.aspectRatio) },
  })
}
