/**
 * Takes the place of what listens to pointers: charts are to be looked at, and a touch on them belongs to the slide.
 */
export default class Deaf {
  on(): void {}
  setCursor(): void {}
  dispose(): void {}
}
