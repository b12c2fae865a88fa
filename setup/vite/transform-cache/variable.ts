/** The environment variable that tells a build where compiled components are kept, and under which name: JSON. */
export const TRANSFORMS_VARIABLE = 'HUIBAO_TRANSFORMS'
