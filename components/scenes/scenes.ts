import city from './city.svg?no-inline'
import field from './field.svg?no-inline'
import industry from './industry.svg?no-inline'
import people from './people.svg?no-inline'
import trade from './trade.svg?no-inline'

/** The drawn scenes of the engine, by name: they stand where a chapter has no picture of its own. */
export const SCENES = { city, field, industry, people, trade }
export type SceneId = keyof typeof SCENES
