import type { TextRun } from './facts.ts'

/** A text that stands outside of slides, such as an attribute, a style sheet or a fact of a file. */
export function textRun(channel: TextRun['channel'], name: string, element: string, text: string): TextRun {
  return {
    channel,
    name,
    element,
    parts: [{ text, boundElement: undefined }],
    later: false,
    chart: undefined,
    figure: '',
  }
}
