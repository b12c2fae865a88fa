import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ROOT } from '../support/project.ts'
import { buildGuide, GUIDES, guideParts } from './build.ts'
import type { Language } from './guide.ts'

/** `npm run docs`: writes the guide. */
const parts = guideParts()
for (const language of Object.keys(GUIDES) as Language[])
  await writeFile(path.join(ROOT, GUIDES[language]), buildGuide(language, parts))
