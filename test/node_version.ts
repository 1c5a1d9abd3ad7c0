// Stops a run of the tests under a Node that cannot start the service, and says which one can.

/** Runs once before all tests. Throws where Node cannot read the TypeScript of the service by itself. */
export default function setup(): void {
  if (process.features.typescript) return;
  throw new Error(
    `Node ${process.version} cannot start the service, whose sources are TypeScript: run the tests with npm (npm test), which brings Node 24 along, or with Node 22.18 or newer.`,
  );
}
