// The components into which every yen of an outcome falls. The bridge, the quantiles and the value all add the same ones.

export const PRINCIPAL = 0;
export const CONCEDED = 1;
export const INTEREST = 2;
export const EXTERNAL = 3;
export const FEES = 4;
export const OWN_TIME = 5;
export const RELATIONSHIP = 6;
export const TAX = 7;
/** Present value of all flows together. */
export const PRESENT = 8;
/** Principal times the month of its receipt, for the mean time to cash. */
export const TIMED = 9;
export const COMPONENTS = 10;

/** An outcome's totals by component, in yen (and yen-months). A plain array: typed ones of this length live outside the heap. */
export type Components = number[];

/** Totals of nothing. */
export const noComponents = (): Components => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
