// What only the description of the service needs.

/**
 * A value that only the description of the service needs. The Worker serves a description that was made before; a call marked as pure lets
 * the bundler leave the value out of it, with all the words in it.
 */
export const forDescription = <T>(make: () => T): T => make();
