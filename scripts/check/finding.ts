/** Where a finding holds: one rendering of the slide. */
export interface Place {
  /** Name of the skin, such as 红; empty where skins make no difference. */
  skin: string
  /** Aspect ratio, such as 16:9, or the medium, such as 手机. */
  aspect: string
  /** How often has been clicked. */
  clicks: number
}

/** What a rule holds against one rendering of a slide. Texts are Chinese sentences or parts of them, for people. */
export interface Fault {
  /** Id of the rule. */
  rule: string
  /** The element, as a style sheet would select it. */
  element: string
  /** Its text, or what else it shows. */
  text: string
  /** What it is like. */
  measured: string
  /** What it should be like. */
  expected: string
  /** What to do about it. */
  advice: string
  /** Where it stands in a file, as `file:line`; for what was typed there. */
  where?: string
  /** How bad it is, in the rule's own measure: of several renderings the worst one is told. */
  excess: number
}

/** A fault of a slide, with every rendering that has it. */
export interface Finding extends Omit<Fault, 'excess'> {
  /** Number of the slide; 0 where it concerns the deck. */
  slide: number
  title: string
  /** `file:line` where it concerns what stands in a file rather than on a slide; `slide` is 0 then. */
  where?: string
  places: Place[]
}

/** A fault in one rendering of a slide. */
export interface PlacedFault {
  slide: number
  title: string
  place: Place
  fault: Fault
}

/** Joins what several renderings have in common: the same rule, slide, element and text is one finding. */
export function mergeFaults(faults: readonly PlacedFault[]): Finding[] {
  const groups = new Map<string, { worst: PlacedFault; places: Place[] }>()
  for (const each of faults) {
    const { rule, element, text } = each.fault
    const key = JSON.stringify([each.slide, rule, element, text])
    const group = groups.get(key)
    if (!group) {
      groups.set(key, { worst: each, places: [each.place] })
      continue
    }
    if (each.fault.excess > group.worst.fault.excess) group.worst = each
    if (!group.places.some(place => samePlace(place, each.place))) group.places.push(each.place)
  }
  return [...groups.values()]
    .map(
      ({
        worst: {
          slide,
          title,
          fault: { excess, ...fault },
        },
        places,
      }) => ({ slide, title, ...fault, places }),
    )
    .sort((a, b) => a.slide - b.slide)
}

function samePlace(a: Place, b: Place): boolean {
  return a.skin === b.skin && a.aspect === b.aspect && a.clicks === b.clicks
}
