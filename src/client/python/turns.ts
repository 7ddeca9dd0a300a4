/**
 * Who uses the page's Python when. A run takes many steps (the programs above, then the program itself), and so does a
 * check; each has the interpreter to itself until it is over.
 */

interface Turn {
  owner: object;
  isStopped: boolean;
  /** Ends it before it has come. */
  cancel(): void;
}

export class Turns {
  #end: () => void;
  #turns = new Set<Turn>();
  #now: Turn | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** @param end ends the step that runs now, which then gives its owner an outcome */
  constructor(end: () => void) {
    this.#end = end;
  }

  /** Whether somebody's turn is under way, or waited for. */
  get isTaken(): boolean {
    return this.#turns.size > 0;
  }

  /**
   * Does the work when all that was asked for before is over.
   * @param owner for whom, to stop it by
   * @param work is told whether its owner was stopped meanwhile: to be asked before each step
   * @returns what the work gives, or undefined when it was stopped before its turn came; rejects as the work does
   */
  take<T>(owner: object, work: (isStopped: () => boolean) => Promise<T>): Promise<T | undefined> {
    return new Promise((resolve) => {
      const turn: Turn = {
        owner,
        isStopped: false,
        cancel: () => {
          this.#turns.delete(turn);
          resolve(undefined);
        },
      };
      this.#turns.add(turn);
      this.#last = this.#last.then(async () => {
        if (turn.isStopped) return;
        this.#now = turn;
        const done = work(() => turn.isStopped);
        resolve(done);
        // Whoever asked hears of a failure; those behind do not.
        await done.catch(() => undefined);
        this.#now = undefined;
        this.#turns.delete(turn);
      });
    });
  }

  /** Stops what an owner runs or waits for; without an owner, everything. Others keep their place. */
  stop(owner?: object): void {
    for (const turn of [...this.#turns]) {
      if (owner && turn.owner !== owner) continue;
      turn.isStopped = true;
      if (turn === this.#now) this.#end();
      else turn.cancel();
    }
  }
}
