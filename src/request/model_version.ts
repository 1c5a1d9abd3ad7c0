// The version of the valuation model, and what happens to a request that counts on another one.

/** Version of the valuation model; it changes whenever an answer to the same input changes. */
export const MODEL_VERSION = '1.18.0';

/** Thrown for a request that counts on another version of the model than this one. */
export class ModelDiffers extends Error {
  override readonly name = 'ModelDiffers';
}

/** Throws `ModelDiffers` when another version than this one is expected. */
export function expectModel(version: string | null): void {
  if (version !== null && version !== MODEL_VERSION) throw new ModelDiffers();
}
