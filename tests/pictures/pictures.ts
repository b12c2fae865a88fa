import { drawContactSheet } from './contact-sheet.ts'
import { drawEvidence } from './evidence.ts'
import { drawMeeting } from './meeting.ts'
import { drawPresentation } from './presentation.ts'
import type { Studio } from './studio.ts'

/** Folder of the pictures, from the project's root. */
export const PICTURES = 'docs/pictures'

/** Bytes of all pictures together, at most. */
export const BUDGET = 600_000

/** The pictures of the READMEs, by their files' names. A picture that cannot be drawn on this machine is undefined. */
export const pictures: Readonly<Record<string, (studio: Studio) => Promise<Buffer | undefined>>> = {
  'contact-sheet': drawContactSheet,
  evidence: drawEvidence,
  meeting: drawMeeting,
  pptx: drawPresentation,
}
