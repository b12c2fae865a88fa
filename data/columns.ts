/** The columns of each chapter: its lead paragraph, what people said, the paper's comment, the figures. */
export const columns = ['导语', '话说', '评说', '数说'] as const satisfies readonly string[]
