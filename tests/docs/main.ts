import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { ROOT } from '../support/project.ts'
import { buildGuide, GUIDES, guideParts } from './build.ts'
import type { Language } from './guide.ts'

/** `npm run docs`: writes the guide; with `--pictures` also its pictures, from what `npm run gallery` has exported. */
if (process.argv.includes('--pictures')) await import('./pictures.ts').then(({ drawPictures }) => drawPictures())
const parts = guideParts()
for (const language of Object.keys(GUIDES) as Language[])
  await writeFile(path.join(ROOT, GUIDES[language]), buildGuide(language, parts))
