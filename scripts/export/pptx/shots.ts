/** What the address of a picture begins with that is none: a picture is taken of the element with this attribute. */
export const SHOT = 'shot:'
export const SHOT_ATTRIBUTE = 'data-huibao-shot'
