// How much of a law is tried: the suite tries few cases, the nightly run (`npm run test:long`) the same ones and many more.

/** What is tried: `few` in the suite, `many` in the nightly run. */
export const tries = <T>(few: T, many: T): T => (process.env.TRIES === 'many' ? many : few);
