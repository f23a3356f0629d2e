/** Wakes those who wait for something to become so. */
export interface Signal {
  notify(): void;
  /** The first thing that `look` finds; rejects with the complaint when there is none in time. */
  until<T>(look: () => T | undefined, timeout: number, complaint: () => string): Promise<T>;
}

export function createSignal(): Signal {
  const waiting = new Set<() => void>();
  return {
    notify() {
      for (const wake of [...waiting]) wake();
    },
    async until(look, timeout, complaint) {
      const found = look();
      if (found !== undefined) return found;
      return await new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(wake);
          reject(new Error(complaint()));
        }, timeout);
        const wake = () => {
          try {
            const now = look();
            if (now === undefined) return;
            waiting.delete(wake);
            clearTimeout(timer);
            resolve(now);
          } catch (error) {
            waiting.delete(wake);
            clearTimeout(timer);
            reject(error);
          }
        };
        waiting.add(wake);
      });
    },
  };
}
