/** The canonical form of a BCP 47 language tag ("DE-at" is "de-AT"); `undefined` for any other text. */
export function canonicalTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
