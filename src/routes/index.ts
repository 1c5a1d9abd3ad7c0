export { assumptions } from './assumptions.ts';
export { docs } from './docs.ts';
export { evaluate } from './evaluate.ts';
export { fields } from './fields.ts';
export { health } from './health.ts';
export { openapi } from './openapi.ts';
export { options } from './options.ts';
export { version } from './version.ts';
