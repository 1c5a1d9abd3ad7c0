// How often a law is tried: the suite tries few cases, the nightly run (`npm run test:long`) the same ones and many more.

/** The number of tries: `few` in the suite, `many` in the nightly run. */
export const tries = (few: number, many: number): number => (process.env.TRIES === 'many' ? many : few);
