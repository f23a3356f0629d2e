/** What the parts of the process tell of their work; counted for the operator, never with a question or a person. */
export interface Observer {
  answered(answered: {
    readonly platform: string;
    /** BCP 47 tag of the answer. */
    readonly language: string;
    readonly outcome: string;
    readonly seconds: number;
  }): void;
  /** The platform can be heard: for the first time, or again. */
  connected(connected: { readonly platform: string }): void;
  /** A call to a platform's API that failed, by the class of the failure. */
  apiFailed(failure: { readonly platform: string; readonly failure: string }): void;
}

export const nobody: Observer = { answered: () => {}, connected: () => {}, apiFailed: () => {} };
