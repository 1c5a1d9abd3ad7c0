// A gate for heavy work: so many pieces of it are done at once, so many wait in line, and whoever comes then is told to come back.

/** Lets the next one in. Called once. */
export type Leave = () => void;

/** A gate with so many places behind it and before it. */
export class Gate {
  readonly #waiting: ((leave: Leave) => void)[] = [];
  #inside = 0;
  readonly places: number;
  readonly line: number;

  constructor(places: number, line: number) {
    this.places = places;
    this.line = line;
  }

  /** A place as soon as there is one; undefined when the line is full. */
  enter(): Promise<Leave> | undefined {
    if (this.#inside < this.places) {
      this.#inside++;
      return Promise.resolve(this.#leave());
    }
    if (this.#waiting.length >= this.line) return undefined;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The place is handed on to whoever waits longest. */
  #leave(): Leave {
    let isLeft = false;
    return () => {
      if (isLeft) return;
      isLeft = true;
      const next = this.#waiting.shift();
      if (next) next(this.#leave());
      else this.#inside--;
    };
  }
}
