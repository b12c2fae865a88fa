/** Where a finding holds: one rendering of the slide. */
export interface Place {
  /** Name of the skin, such as 红; empty where skins make no difference. */
  skin: string
  /** Aspect ratio, such as 16:9, or the medium, such as 手机. */
  aspect: string
  /** How often has been clicked. */
  clicks: number
}

/** How much a finding weighs: a fault fails the check, a notice asks a person to look. */
export type Severity = 'fault' | 'notice'

/** What a rule has against something: Chinese sentences or parts of them, for people. */
export interface FindingDetail {
  /** The element, as a style sheet would select it; of data the id. */
  element: string
  /** Its text, or what else it shows. */
  text: string
  /** What it is like. */
  measured: string
  /** What it should be like. */
  expected: string
  /** What to do about it. */
  advice: string
  /** Default: a fault. */
  severity?: Severity
}

/** What a rule finds in one rendering of a slide. The check adds which rule it is, and where. */
export interface RuleFinding extends FindingDetail {
  /** How bad it is, in the rule's own measure: of several renderings the worst one is reported. */
  excess: number
  /** What was typed, to be looked for in the source of the slide. */
  typed?: string
}

/** What is wrong in the deck, with every rendering that has it. */
export interface Finding extends FindingDetail {
  /** Id of the rule. */
  rule: string
  /** Number of the slide; 0 where it concerns the deck. */
  slide: number
  title: string
  /** `file:line` where it concerns what stands in a file; where that is on no slide, `slide` is 0. */
  where?: string
  places: Place[]
}

/** A finding in one rendering of a slide. */
export interface PlacedFinding extends Omit<Finding, 'places'>, Pick<RuleFinding, 'excess'> {
  place: Place
}

/** Joins what several renderings have in common: the same rule, slide, element, text and severity is one finding. */
export function mergeFindings(findings: readonly PlacedFinding[]): Finding[] {
  const groups = new Map<string, { worst: PlacedFinding; places: Place[] }>()
  for (const each of findings) {
    const { slide, rule, element, text, severity } = each
    const key = JSON.stringify([slide, rule, element, text, severity])
    const group = groups.get(key)
    if (!group) {
      groups.set(key, { worst: each, places: [each.place] })
      continue
    }
    if (each.excess > group.worst.excess) group.worst = each
    if (!group.places.some(place => samePlace(place, each.place))) group.places.push(each.place)
  }
  return [...groups.values()]
    .map(({ worst: { place, excess, ...finding }, places }) => ({ ...finding, places }))
    .sort((a, b) => a.slide - b.slide)
}

/** Whether a finding only asks a person to look. */
export function isNotice({ severity }: Pick<FindingDetail, 'severity'>): boolean {
  return severity === 'notice'
}

function samePlace(a: Place, b: Place): boolean {
  return a.skin === b.skin && a.aspect === b.aspect && a.clicks === b.clicks
}

/** What a category of rules found. */
export interface CategoryResult {
  findings: Finding[]
  /** What was looked at, for the summary: a part of a Chinese sentence. */
  scope: string
}
