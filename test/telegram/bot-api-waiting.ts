/** Waits until something that a test looks at has changed. */

export interface WaitOptions {
  /** In milliseconds. */
  readonly timeout?: number;
  /** For the error message. */
  readonly what?: string;
}

export interface Waiting {
  changed(): void;
  /** The first result of `check` that is not undefined. */
  until<T>(check: () => T | undefined, options?: WaitOptions): Promise<T>;
}

export function createWaiting(patience: number): Waiting {
  const waiters = new Set<() => void>();
  return {
    changed() {
      if (waiters.size === 0) return;
      for (const look of [...waiters]) look();
    },
    until(check, { timeout = patience, what = "the condition" } = {}) {
      // Made here, so that its stack leads to the test.
      const late = new Error(`waited ${timeout} ms for ${what}`);
      return new Promise((resolve, reject) => {
        const look = () => {
          try {
            const found = check();
            if (found === undefined) return;
            resolve(found);
          } catch (error) {
            reject(error);
          }
          clearTimeout(timer);
          waiters.delete(look);
        };
        const timer = setTimeout(() => {
          waiters.delete(look);
          reject(late);
        }, timeout);
        waiters.add(look);
        look();
      });
    },
  };
}
